package org.isnad.article.web;

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleProposal;
import org.isnad.article.NewArticle;
import org.isnad.article.Upload;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.FormErrors;

/**
 * One document in the form in which a person corrects what was proposed. The original travels with the form, so that nothing
 * has to be kept on the server for somebody who may never come back.
 *
 * @param n
 *            the document's place in the form; keeps the fields' ids apart
 * @param keep
 *            whether the person wants it saved
 * @param original
 *            the bytes as they came, in base64
 * @param known
 *            id of the article that already holds it; null when it is new
 */
record DocumentForm(int n, boolean keep, String original, @Nullable String fileName, String url, String title,
        String byline, String outlet, String publishedOn, String language, String text, @Nullable String known,
        FormErrors errors) {
    private static final List<String> LANGUAGES = List.of("ar", "en", "fr", "de", "es", "tr", "fa", "ku", "he", "ru",
            "ur", "und");

    static DocumentForm of(int n, ArticleProposal proposal, String url) {
        return new DocumentForm(n, true, Base64.getEncoder().encodeToString(proposal.original().bytes()),
                proposal.original().fileName(), url.isBlank() ? or(proposal.url()) : url, or(proposal.title()),
                or(proposal.byline()), or(proposal.outlet()),
                proposal.publishedOn() == null ? "" : proposal.publishedOn().toString(), proposal.language(),
                proposal.text(), proposal.known() == null ? null : proposal.known().toString(), FormErrors.none());
    }

    /** What is to be saved. */
    NewArticle article() {
        return new NewArticle(new Upload(fileName, bytes()), url, title, byline, outlet,
                Uploads.day("publishedOn", publishedOn), language, text);
    }

    DocumentForm refused(Problem.Invalid problem) {
        return new DocumentForm(n, keep, original, fileName, url, title, byline, outlet, publishedOn, language, text,
                known, new FormErrors(FormErrors.of(problem).faults().stream()
                        .map(fault -> new FormErrors.Fault(id(fault.field()), fault.code(), fault.max())).toList()));
    }

    /** The name under which a field of this document has its id, label and error. */
    public String id(String field) {
        return field + "-" + n;
    }

    /** Languages to choose from, with the document's own among them. */
    public List<String> languages() {
        return LANGUAGES.contains(language)
                ? LANGUAGES
                : Stream.concat(Stream.of(language), LANGUAGES.stream()).toList();
    }

    private byte[] bytes() {
        try {
            return Base64.getDecoder().decode(original);
        } catch (IllegalArgumentException e) {
            throw new Problem.Invalid("original", "invalid");
        }
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }
}
