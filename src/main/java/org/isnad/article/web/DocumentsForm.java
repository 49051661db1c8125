package org.isnad.article.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import org.isnad.article.extraction.Found;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.FormErrors;

/** The documents that a person confirmed: every field comes once per document, in the documents' order. */
public record DocumentsForm(@RestForm List<String> keep, @RestForm List<String> separate,
        @RestForm List<String> back,
        @RestForm List<String> original,
        @RestForm List<String> fetched,
        @RestForm List<String> fileName, @RestForm List<String> url, @RestForm List<String> title,
        @RestForm List<String> byline, @RestForm List<String> outlet, @RestForm List<String> publishedOn,
        @RestForm List<String> language, @RestForm List<String> text) {

    List<DocumentForm> documents() {
        int count = original.size();
        for (List<String> field : List.of(fetched, fileName, url, title, byline, outlet, publishedOn, language, text)) {
            if (field.size() != count) {
                throw new Problem.Invalid("original", "invalid");
            }
        }
        return IntStream.range(0, count).mapToObj(this::document).toList();
    }

    /** The lines of document n that are to go back into its text. */
    Set<Integer> back(int n) {
        return back.stream().filter(value -> value.matches(n + ":\\d{1,6}"))
                .map(value -> Integer.valueOf(value.substring(value.indexOf(':') + 1))).collect(Collectors.toSet());
    }

    private DocumentForm document(int n) {
        return new DocumentForm(n, keep.contains(String.valueOf(n)), value(original, n), value(fetched, n),
                emptyToNull(fileName.get(n)),
                value(url, n), value(title, n), value(byline, n), value(outlet, n), value(publishedOn, n),
                value(language, n), lines(value(text, n)), null, null,
                separate.contains(String.valueOf(n)), false, List.of(), Found.NOTHING, FormErrors.none());
    }

    /** Browsers send every line end as CRLF. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    private static String value(List<String> field, int n) {
        return Objects.requireNonNullElse(field.get(n), "");
    }

    private static @Nullable String emptyToNull(@Nullable String name) {
        return name == null || name.isEmpty() ? null : name;
    }
}
