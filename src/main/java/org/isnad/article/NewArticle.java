package org.isnad.article;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An article as a person (or API client) confirms it for saving. The text is stored exactly as given here, except that line
 * ends become LF.
 *
 * @param original
 *            the bytes it came in and what they are; null for text that was typed or pasted, which then is its own original
 * @param url
 *            where it was published; the same address again leads to the existing article
 * @param language
 *            ISO 639 code, {@code und} for unknown; null to have it found out from the text
 * @param separate
 *            true to keep it as an article of its own although a nearly same text is at the desk
 * @param read
 *            what the desk read in the document, when it has done so already; null to have it read
 */
public record NewArticle(@Nullable Upload original, @Nullable String url, @Nullable String title,
        @Nullable String byline, @Nullable String outlet, @Nullable LocalDate publishedOn, @Nullable String language,
        @Nullable String text, boolean separate, @Nullable ArticleProposal read) {
    public NewArticle(@Nullable Upload original, @Nullable String url, @Nullable String title, @Nullable String byline,
            @Nullable String outlet, @Nullable LocalDate publishedOn, @Nullable String language, @Nullable String text,
            boolean separate) {
        this(original, url, title, byline, outlet, publishedOn, language, text, separate, null);
    }

    public NewArticle(@Nullable Upload original, @Nullable String url, @Nullable String title, @Nullable String byline,
            @Nullable String outlet, @Nullable LocalDate publishedOn, @Nullable String language,
            @Nullable String text) {
        this(original, url, title, byline, outlet, publishedOn, language, text, false, null);
    }

    /** What it came in: text that was typed is its own document. */
    Upload document() {
        return original == null
                ? new Upload(null, Documents.lines(String.valueOf(text)).getBytes(StandardCharsets.UTF_8))
                : original;
    }

    /** With what the desk reads in the document, where it has not been read. */
    NewArticle asRead() {
        return read != null
                ? this
                : new NewArticle(original, url, title, byline, outlet, publishedOn, language, text, separate,
                        Documents.only(document()).orElse(null));
    }

    /** With the other's words wherever it has some. */
    NewArticle under(NewArticle other) {
        return new NewArticle(other.original, or(other.url, url), or(other.title, title), or(other.byline, byline),
                or(other.outlet, outlet), other.publishedOn == null ? publishedOn : other.publishedOn,
                or(other.language, language), or(other.text, text), other.separate, read);
    }

    private static @Nullable String or(@Nullable String given, @Nullable String proposed) {
        return given == null ? proposed : given;
    }
}
