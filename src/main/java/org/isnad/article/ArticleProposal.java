package org.isnad.article;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.isnad.article.extraction.Found;
import org.isnad.article.extraction.Line;

/**
 * What the desk makes of one document, for a person to correct; nothing of it is saved yet. What the document does not say
 * is null.
 *
 * @param original
 *            the document as it came; to be handed back with {@link NewArticle}
 * @param mediaType
 *            what the bytes are, found out from the bytes
 * @param sha256
 *            of the bytes, 64 lower-case hexadecimal digits
 * @param language
 *            ISO 639 code, {@code und} when unknown
 * @param found
 *            where the document says title, byline, outlet, day and language
 * @param lines
 *            the document's lines in order, those of the text and those that were put aside, each with the reason
 * @param known
 *            the article that already holds these bytes or this address; null when it is new
 * @param near
 *            an article whose text is nearly the same; null when there is none, or it is known
 */
public record ArticleProposal(Upload original, String mediaType, String sha256, @Nullable String url,
        @Nullable String title, @Nullable String byline, @Nullable String outlet, @Nullable LocalDate publishedOn,
        String language, Found found, String text, List<Line> lines, @Nullable ArticleId known,
        @Nullable NearSame near) {

    public ArticleProposal {
        lines = List.copyOf(lines);
    }

    /** With the address that somebody gives it. */
    public ArticleProposal at(String address) {
        return new ArticleProposal(original, mediaType, sha256, address, title, byline, outlet, publishedOn, language,
                found, text, lines, known, near);
    }

    /** A page that is said to have been published after that day was not: its day is unknown then. */
    ArticleProposal notLaterThan(LocalDate latest) {
        return publishedOn == null || !publishedOn.isAfter(latest)
                ? this
                : new ArticleProposal(original, mediaType, sha256, url, title, byline, outlet, null, language,
                        new Found(found.title(), found.byline(), found.outlet(), null, found.language()), text, lines,
                        known, near);
    }

    ArticleProposal compared(@Nullable ArticleId knownAs, @Nullable NearSame nearSame) {
        return new ArticleProposal(original, mediaType, sha256, url, title, byline, outlet, publishedOn, language,
                found, text,
                lines, knownAs, nearSame);
    }

    /** The proposal taken as it is. */
    public NewArticle asProposed() {
        return new NewArticle(original, url, title, byline, outlet, publishedOn, language, text, false, this);
    }
}
