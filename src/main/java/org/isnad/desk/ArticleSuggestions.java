package org.isnad.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.isnad.article.CodePoints;
import org.isnad.article.Passage;
import org.isnad.article.Span;
import org.isnad.article.language.Languages;
import org.isnad.article.suggestion.Suggestion;
import org.isnad.article.suggestion.Suggestions;

/** The statements of an article that seem worth checking and that nobody has decided on. */
@ApplicationScoped
public class ArticleSuggestions {
    private static final int SHOWN = 8;
    private static final int MOST_DISMISSED = 50;

    private final Triage triage;

    ArticleSuggestions(Triage triage) {
        this.triage = triage;
    }

    /** The best of them, best first; of the article's latest version. */
    public List<SuggestedClaim> of(ChosenArticle article) {
        List<Span> decided = decided(article.decided());
        return Suggestions.of(article.text(), article.language()).stream()
                .filter(one -> one.span().end() - one.span().start() <= Passage.MAX)
                .filter(one -> decided.stream().noneMatch(span -> overlap(span, one.span()))).limit(SHOWN)
                .map(one -> shown(one, article)).toList();
    }

    /** What was suggested in that version and dismissed, in the order of the text; the first {@value #MOST_DISMISSED}. */
    public List<DismissedClaim> dismissed(ChosenArticle article) {
        int length = CodePoints.length(article.text());
        return decided(article.dismissed()).stream().filter(span -> span.end() <= length).limit(MOST_DISMISSED)
                .map(span -> new DismissedClaim(span.start(), span.end(), span.of(article.text()))).toList();
    }

    /** The one at that place of that version, when it is still suggested. */
    public Optional<SuggestedClaim> at(UUID article, UUID version, Span place) {
        return triage.article(article).filter(chosen -> chosen.versionId().equals(version)).map(this::of)
                .orElse(List.of()).stream()
                .filter(one -> one.start() == place.start() && one.end() == place.end()).findFirst();
    }

    private static List<Span> decided(@Nullable String places) {
        return places == null
                ? List.of()
                : Stream.of(places.split(",")).map(place -> place.split("-"))
                        .map(ends -> new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))).toList();
    }

    private static SuggestedClaim shown(Suggestion one, ChosenArticle article) {
        Passage words = Passage.of(article.text(), one.span().start(), one.span().end());
        return new SuggestedClaim(words.start(), words.end(), words.exact(), words.prefix(), words.suffix(),
                Languages.ofPassage(words.exact(), article.language()), (int) Math.round(100 * one.score()),
                one.reasons(), one.attribution());
    }

    private static boolean overlap(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }
}
