package org.isnad.article;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import org.isnad.article.capture.FetchedDocument;
import org.isnad.identity.PersonId;
import org.isnad.kernel.AggregateType;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/** A source document at the desk; what it says is in its versions. */
@Entity
public class Article {
    @Id
    private UUID id;
    @Enumerated(EnumType.STRING)
    private ArticleState state;
    private @Nullable String url;
    private UUID latestVersion;
    private UUID receivedBy;
    private Instant receivedAt;
    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Article() {}

    Article(UUID id, @Nullable String url, UUID firstVersion, Stamp by) {
        this.id = id;
        this.state = ArticleState.INCOMING;
        this.url = url;
        this.latestVersion = firstVersion;
        this.receivedBy = by.person();
        this.receivedAt = by.at();
    }

    /** @param fetched how the desk itself got it; null when somebody brought it */
    DomainEvent received(ArticleVersion first, @Nullable FetchedDocument fetched, Stamp by) {
        return DomainEvent.of(AggregateType.ARTICLE, id, ArticleAction.ARTICLE_RECEIVED, by,
                FieldChange.added("url", url), FieldChange.added("title", first.title()),
                FieldChange.added("byline", first.byline()), FieldChange.added("outlet", first.outlet()),
                FieldChange.added("publishedOn", day(first)),
                FieldChange.added("language", first.language()), FieldChange.added("textSha256", first.textSha256()),
                FieldChange.added("mediaType", first.mediaType()), FieldChange.added("fileName", first.fileName()),
                FieldChange.added("sha256", first.sha256()),
                FieldChange.added("fetchedFrom", fetched == null ? null : fetched.address()))
                .on("version/" + first.number());
    }

    /** It says something else than before; from now on the later version is what it says. */
    DomainEvent capturedAgain(ArticleVersion older, ArticleVersion later, FetchedDocument fetched, Stamp by) {
        latestVersion = later.id().value();
        return DomainEvent.of(AggregateType.ARTICLE, id, ArticleAction.ARTICLE_CAPTURED_AGAIN, by,
                new FieldChange("title", older.title(), later.title()),
                new FieldChange("byline", older.byline(), later.byline()),
                new FieldChange("outlet", older.outlet(), later.outlet()),
                new FieldChange("publishedOn", day(older), day(later)),
                new FieldChange("language", older.language(), later.language()),
                new FieldChange("textSha256", older.textSha256(), later.textSha256()),
                new FieldChange("sha256", older.sha256(), later.sha256()),
                FieldChange.added("fetchedFrom", fetched.address())).on("version/" + later.number());
    }

    /** It was fetched again and says the same. */
    DomainEvent unchanged(ArticleVersion version, FetchedDocument fetched, Stamp by) {
        return DomainEvent.of(AggregateType.ARTICLE, id, ArticleAction.ARTICLE_FOUND_UNCHANGED, by,
                FieldChange.added("fetchedFrom", fetched.address())).on("version/" + version.number());
    }

    /** Its text was seen at another address too. */
    DomainEvent seenAlso(String address, Stamp by) {
        return DomainEvent.of(AggregateType.ARTICLE, id, ArticleAction.ARTICLE_SEEN_ALSO, by,
                FieldChange.added("url", address));
    }

    private static @Nullable String day(ArticleVersion version) {
        return version.publishedOn() == null ? null : version.publishedOn().toString();
    }

    /** Nobody needs to look for claims in it any more. */
    DomainEvent finishTriage(Stamp by) {
        return move("finish triage", ArticleState.INCOMING, ArticleState.TRIAGED, "reopen triage",
                ArticleAction.ARTICLE_TRIAGE_FINISHED, by);
    }

    /** Back among those in which somebody should look for claims. */
    DomainEvent reopenTriage(Stamp by) {
        return move("reopen triage", ArticleState.TRIAGED, ArticleState.INCOMING, "finish triage",
                ArticleAction.ARTICLE_TRIAGE_REOPENED, by);
    }

    private DomainEvent move(String attempted, ArticleState from, ArticleState to, String otherwise,
            ArticleAction action, Stamp by) {
        if (state != from) {
            throw new Problem.WrongState(attempted, state.name(), List.of(otherwise));
        }
        state = to;
        return DomainEvent.of(AggregateType.ARTICLE, id, action, by,
                new FieldChange("state", from.name(), to.name()));
    }

    public ArticleId id() {
        return new ArticleId(id);
    }

    public ArticleState state() {
        return state;
    }

    /** Where it was published, as the person gave it; null when unknown. */
    public @Nullable String url() {
        return url;
    }

    public ArticleVersionId latestVersion() {
        return new ArticleVersionId(latestVersion);
    }

    public PersonId receivedBy() {
        return new PersonId(receivedBy);
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public long version() {
        return version;
    }
}
