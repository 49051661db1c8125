package org.isnad.article;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.isnad.article.capture.Captures;
import org.isnad.identity.Actor;
import org.isnad.identity.Reading;
import org.isnad.identity.Readings;
import org.isnad.kernel.AggregateType;
import org.isnad.kernel.text.WordDiff;

/** The versions of an article, and what changed from one to the next. */
@ApplicationScoped
public class ArticleVersions {
    /** An article that changes more often than this shows its latest versions. */
    private static final int MOST = 100;

    private final EntityManager entities;
    private final Captures captures;
    private final Readings readings;

    ArticleVersions(EntityManager entities, Captures captures, Readings readings) {
        this.entities = entities;
        this.captures = captures;
        this.readings = readings;
    }

    /** What changed with a version; four statements, and what records an auditor's look. Nothing when there is no such version. */
    public Optional<VersionChange> change(ArticleId id, int number, Actor reader) {
        ArticleVersion version = version(id, number);
        if (version == null) {
            return Optional.empty();
        }
        ArticleVersion before = version(id, number - 1);
        readings.of(AggregateType.ARTICLE, id.value(), Reading.ARTICLE_READ, reader);
        List<VersionCard> all = cards(id);
        VersionCard card = all.stream().filter(one -> one.number() == number).findFirst()
                .orElseGet(() -> new VersionCard(number, version.title(), version.capturedAt(), ""));
        return Optional.of(new VersionChange(id, version.language(), all, card, version.sha256(),
                captures.of(version.id().value()),
                WordDiff.of(before == null ? version.title() : before.title(), version.title()),
                WordDiff.of(before == null ? version.text() : before.text(), version.text())));
    }

    /** The original bytes of a version; nothing when there is no such version. */
    public Optional<OriginalFile> original(ArticleId id, int number, Actor reader) {
        Optional<OriginalFile> found = entities.unwrap(Session.class).createSelectionQuery("""
                select new org.isnad.article.OriginalFile(v.original, v.mediaType, v.fileName, v.sha256)
                from ArticleVersion v where v.articleId = :id and v.number = :number""", OriginalFile.class)
                .setParameter("id", id.value()).setParameter("number", number).uniqueResultOptional();
        found.ifPresent(original -> readings.of(AggregateType.ARTICLE, id.value(), Reading.ARTICLE_READ, reader));
        return found;
    }

    /** The WARC file of one capture of a version; nothing when there is none, or it was erased. */
    public Optional<byte[]> warc(ArticleId id, int number, UUID capture, Actor reader) {
        Optional<byte[]> found = Optional.ofNullable(version(id, number))
                .flatMap(version -> captures.warc(version.id().value(), capture));
        found.ifPresent(warc -> readings.of(AggregateType.ARTICLE, id.value(), Reading.ARTICLE_READ, reader));
        return found;
    }

    private List<VersionCard> cards(ArticleId id) {
        return entities.unwrap(Session.class).createSelectionQuery("""
                select new org.isnad.article.VersionCard(v.number, v.title, v.capturedAt, p.name)
                from ArticleVersion v join Person p on p.id = v.capturedBy
                where v.articleId = :id order by v.number desc""", VersionCard.class).setParameter("id", id.value())
                .setMaxResults(MOST).getResultList();
    }

    private @Nullable ArticleVersion version(ArticleId id, int number) {
        return entities.unwrap(Session.class)
                .createSelectionQuery("from ArticleVersion v where v.articleId = :id and v.number = :number",
                        ArticleVersion.class)
                .setParameter("id", id.value()).setParameter("number", number).uniqueResult();
    }
}
