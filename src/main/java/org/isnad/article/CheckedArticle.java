package org.isnad.article;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.isnad.article.extraction.Found;
import org.isnad.article.language.Languages;
import org.isnad.kernel.Checks;

/**
 * An article that can be kept as it is.
 *
 * @param url
 *            in the spelling in which addresses are kept; null for none
 * @param found
 *            where the document says what is to be kept of it, as far as it was read
 */
record CheckedArticle(Content content, Original original, @Nullable String url, Found found) {
    private static final int LONGEST_TEXT = 1_000_000;

    /**
     * What can be stored, or {@link org.isnad.kernel.Problem.Invalid} with all that is wrong.
     *
     * @param latest
     *            the latest day that it can have been published on
     */
    static CheckedArticle of(NewArticle article, LocalDate latest) {
        Checks checks = new Checks();
        Content content = content(article, latest, checks);
        String link = checks.optionalLink("url", article.url());
        Original original = original(article, checks);
        checks.done();
        return new CheckedArticle(content, original, link == null ? null : WebAddress.normal(link),
                Provenance.of(content, article.read()));
    }

    private static Content content(NewArticle article, LocalDate latest, Checks checks) {
        String text = text(article.text(), checks);
        LocalDate day = article.publishedOn();
        if (day != null && (day.getYear() < 1000 || day.getYear() > 9999)) {
            checks.fail("publishedOn", "not-a-date");
        } else if (day != null && day.isAfter(latest)) {
            checks.fail("publishedOn", "to-come");
        }
        return new Content(checks.required("title", article.title(), 500),
                checks.optional("byline", article.byline(), 300), checks.optional("outlet", article.outlet(), 300), day,
                language(article.language(), text, checks), text);
    }

    /** Unlike a field, the text keeps the white space at its ends too: it is stored exactly as confirmed. */
    private static String text(@Nullable String text, Checks checks) {
        checks.required("text", text, LONGEST_TEXT);
        return text == null ? "" : Documents.lines(text);
    }

    private static String language(@Nullable String language, String text, Checks checks) {
        if (language == null || language.isBlank()) {
            return Languages.of(text);
        }
        return Languages.code(language).orElseGet(() -> {
            checks.fail("language", "not-a-language");
            return Languages.UNKNOWN;
        });
    }

    private static Original original(NewArticle article, Checks checks) {
        Upload upload = article.original();
        if (upload == null) {
            String text = article.text() == null ? "" : Documents.lines(article.text());
            return new Original(text.getBytes(StandardCharsets.UTF_8), "text/plain", null, null);
        }
        if (upload.bytes().length > Documents.largest(upload.bytes())) {
            checks.fail("original", "too-large");
        }
        return new Original(upload.bytes(), Documents.mediaType(upload.bytes(), upload.charset()),
                Documents.nameToKeep(upload.fileName()), upload.fetched());
    }
}
