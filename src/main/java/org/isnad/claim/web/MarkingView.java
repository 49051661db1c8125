package org.isnad.claim.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleVersion;
import org.isnad.article.Passage;
import org.isnad.article.Sentences;
import org.isnad.article.Span;
import org.isnad.claim.Claim;
import org.isnad.claim.ClaimSearch;
import org.isnad.claim.Priority;
import org.isnad.kernel.Page;
import org.isnad.kernel.web.FormErrors;

/**
 * The page on which a claim is pinned to words of an article.
 *
 * @param chosen
 *            the marked words; null before any were marked
 * @param same
 *            claims that have the words that were searched for; null when nothing was searched
 * @param next
 *            where to go afterwards; null to stay and mark another
 * @param again
 *            the claim whose words are marked; null to propose a claim, or to look for one
 */
record MarkingView(ArticleHead article, MarkedText text, List<Sentence> sentences, @Nullable Passage chosen,
        WordingForm form, FormErrors errors, String words, @Nullable Page<ClaimSearch.Found> same,
        @Nullable String next, boolean marked, @Nullable Again again) {

    /** A claim that is there already, and whose words are to be marked in this version. */
    public record Again(String id, String wording, String language) {
        static Again of(Claim claim) {
            return new Again(claim.id().toString(), claim.wording(), claim.language());
        }
    }

    /** What stands above the text. */
    public record ArticleHead(String id, String version, int number, String title, @Nullable String byline,
            @Nullable String outlet, String language, String direction) {
        static ArticleHead of(ArticleVersion version) {
            return new ArticleHead(version.articleId().toString(), version.id().toString(), version.number(),
                    version.title(), version.byline(), version.outlet(), version.language(),
                    version.direction().html());
        }
    }

    /** A sentence that can be chosen as the first or last of the marked words. */
    public record Sentence(int number, String text, boolean first, boolean last) {}

    static List<Sentence> sentences(ArticleVersion version, @Nullable Passage chosen) {
        List<Span> spans = Sentences.of(version.text(), version.language());
        List<Sentence> sentences = new ArrayList<>(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            sentences.add(new Sentence(i, span.of(version.text()),
                    chosen != null && chosen.start() >= span.start() && chosen.start() < span.end(),
                    chosen != null && chosen.end() > span.start() && chosen.end() <= span.end()));
        }
        return sentences;
    }

    public String wordsEncoded() {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    public List<Priority> priorities() {
        return List.of(Priority.values());
    }
}
