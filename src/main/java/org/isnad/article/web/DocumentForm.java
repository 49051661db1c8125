package org.isnad.article.web;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleProposal;
import org.isnad.article.NearSame;
import org.isnad.article.NewArticle;
import org.isnad.article.Upload;
import org.isnad.article.capture.FetchId;
import org.isnad.article.capture.FetchedDocument;
import org.isnad.article.extraction.Found;
import org.isnad.article.language.Languages;
import org.isnad.kernel.Ids;
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
 *            the bytes as they came, in base64; empty when the desk fetched them
 * @param fetched
 *            id of the attempt that fetched them; empty when somebody brought them
 * @param known
 *            id of the article that already holds it; null when it is new
 * @param near
 *            an article whose text is nearly the same; null when there is none
 * @param proposed
 *            whether a person has not seen it yet: what is empty was not emptied by somebody
 * @param lines
 *            of the document, for putting back what was left out; empty when it cannot be read any more
 * @param found
 *            where the document says what is proposed
 * @param separate
 *            whether the person wants it kept as an article of its own all the same
 */
record DocumentForm(int n, boolean keep, String original, String fetched, @Nullable String fileName, String url,
        String title,
        String byline, String outlet, String publishedOn, String language, String text, @Nullable String known,
        @Nullable NearSame near, boolean separate, boolean proposed,
        List<LineView> lines, Found found, FormErrors errors) {
    private static final List<String> USUAL_LANGUAGES = List.of("ar", "en", "fr", "de", "es", "tr", "fa", "ku", "he",
            "ru",
            "ur", "und");

    static DocumentForm of(int n, ArticleProposal proposal, String url) {
        FetchedDocument fetched = proposal.original().fetched();
        return new DocumentForm(n, true,
                fetched == null ? Base64.getEncoder().encodeToString(proposal.original().bytes()) : "",
                fetched == null ? "" : fetched.id().toString(),
                proposal.original().fileName(), url.isBlank() ? or(proposal.url()) : url, or(proposal.title()),
                or(proposal.byline()), or(proposal.outlet()),
                proposal.publishedOn() == null ? "" : proposal.publishedOn().toString(), proposal.language(),
                proposal.text(), proposal.known() == null ? null : proposal.known().toString(), proposal.near(), false,
                true, LineView.of(proposal.lines(), Set.of()), proposal.found(), FormErrors.none());
    }

    /** What is to be saved, of the document that travels with the form or that the desk fetched and kept. */
    NewArticle article(Function<FetchId, Optional<Upload>> kept) {
        return new NewArticle(upload(kept), url, title, byline, outlet,
                Uploads.day("publishedOn", publishedOn), language, text, separate);
    }

    /** With all that the document shows beside its fields, read once more; what was typed stays. */
    DocumentForm reread(ArticleProposal proposal, Set<Integer> back) {
        return new DocumentForm(n, keep, original, fetched, fileName, url, title, byline, outlet, publishedOn, language,
                text, proposal.known() == null ? null : proposal.known().toString(), proposal.near(), separate, false,
                LineView.of(proposal.lines(), back), proposal.found(), errors);
    }

    /** With the text made anew of the document's lines, some of which were put back. */
    DocumentForm remade() {
        return new DocumentForm(n, keep, original, fetched, fileName, url, title, byline, outlet, publishedOn, language,
                LineView.text(lines), known, near, separate, false, lines, found, errors);
    }

    /**
     * By which an outlet may be proposed, or was; empty where the document states one, or somebody decided that it states none.
     */
    public String addressToAsk() {
        return found.outlet() == null && proposed == outlet.isBlank() ? url : "";
    }

    /** How many lines were left out of the text. */
    public long aside() {
        return lines.stream().filter(line -> !line.kept()).count();
    }

    /** The bytes of the document, which travel with the form or were kept when the desk fetched them. */
    Upload upload(Function<FetchId, Optional<Upload>> kept) {
        return fetched.isEmpty()
                ? new Upload(fileName, bytes())
                : Ids.parse(fetched).map(FetchId::new).flatMap(kept)
                        .orElseThrow(() -> new Problem.Invalid("original", "forgotten"));
    }

    DocumentForm refused(Problem.Invalid problem) {
        return new DocumentForm(n, keep, original, fetched, fileName, url, title, byline, outlet, publishedOn, language,
                text,
                known, near, separate, false, lines, found, new FormErrors(FormErrors.of(problem).faults().stream()
                        .map(fault -> new FormErrors.Fault(id(fault.field()), fault.code(), fault.max())).toList()));
    }

    /** The name under which a field of this document has its id, label and error. */
    public String id(String field) {
        return field + "-" + n;
    }

    /** Languages that come first among those to choose from. */
    public List<String> usualLanguages() {
        return USUAL_LANGUAGES;
    }

    /** All others, the document's own among them. */
    public List<String> otherLanguages() {
        return Stream.concat(Stream.of(language), Languages.all().stream()).distinct()
                .filter(code -> !USUAL_LANGUAGES.contains(code)).toList();
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
