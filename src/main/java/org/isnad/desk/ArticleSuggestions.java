package org.isnad.desk;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.isnad.article.ArticleVersion;
import org.isnad.article.ArticleVersionId;
import org.isnad.article.Articles;
import org.isnad.article.CodePoints;
import org.isnad.article.Passage;
import org.isnad.article.Span;
import org.isnad.article.suggestion.Suggestion;
import org.isnad.article.suggestion.Suggestions;

/** The statements of an article that seem worth checking and that nobody has decided on. */
@ApplicationScoped
public class ArticleSuggestions {
    private static final int SHOWN = 8;
    /** Longer texts are no news articles: what is worth checking in their beginning has to do. In code points. */
    private static final int LOOKED_AT = 100_000;

    private final Articles articles;
    private final EntityManager database;

    ArticleSuggestions(Articles articles, EntityManager database) {
        this.articles = articles;
        this.database = database;
    }

    /** The best of them, best first; two statements. */
    public List<SuggestedClaim> of(UUID articleVersion) {
        return articles.version(new ArticleVersionId(articleVersion)).map(this::undecided).orElse(List.of());
    }

    private List<SuggestedClaim> undecided(ArticleVersion version) {
        String text = CodePoints.head(version.text(), LOOKED_AT);
        List<Span> decided = decided(version.id().value());
        return Suggestions.of(text, version.language()).stream()
                .filter(one -> decided.stream().noneMatch(span -> overlap(span, one.span()))).limit(SHOWN)
                .map(one -> shown(one, text)).toList();
    }

    /** Where claims are pinned already, and what was dismissed. */
    @SuppressWarnings("unchecked")
    private List<Span> decided(UUID articleVersion) {
        List<Tuple> rows = database.createNativeQuery("""
                select start_at, end_at from appearance where article_version_id = :version
                union all select start_at, end_at from dismissed_suggestion where article_version_id = :version
                """, Tuple.class).setParameter("version", articleVersion).getResultList();
        return rows.stream().map(Row::of)
                .map(row -> new Span((int) row.number("start_at"), (int) row.number("end_at"))).toList();
    }

    private static SuggestedClaim shown(Suggestion one, String text) {
        Passage words = Passage.of(text, one.span().start(), one.span().end());
        return new SuggestedClaim(words.start(), words.end(), words.exact(), words.prefix(), words.suffix(),
                (int) Math.round(100 * one.score()), one.reasons(), one.attribution());
    }

    private static boolean overlap(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }
}
