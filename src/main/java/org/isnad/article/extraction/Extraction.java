package org.isnad.article.extraction;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.isnad.article.language.Languages;

/**
 * What a document seems to say, before a person has looked: every field but the lines may be unknown, none is invented.
 *
 * @param address
 *            the canonical address that the document names, http or https
 * @param language
 *            ISO 639 code, {@code und} for unknown
 * @param lines
 *            the document's lines in order, the article's and those that were put aside
 */
public record Extraction(@Nullable String title, @Nullable String byline, @Nullable String outlet,
        @Nullable LocalDate publishedOn, @Nullable String address, String language, List<Line> lines, Found found) {

    public Extraction {
        lines = List.copyOf(lines);
    }

    static Extraction of(Optional<Fact<String>> title, Optional<Fact<String>> byline, Optional<Fact<String>> outlet,
            Optional<Fact<LocalDate>> publishedOn, @Nullable String address, Fact<String> language, List<Line> lines) {
        Optional<Fact<String>> told = Optional.of(language).filter(fact -> !fact.value().equals(Languages.UNKNOWN));
        return new Extraction(value(title), value(byline), value(outlet), value(publishedOn), address, language.value(),
                lines,
                new Found(mention(title), mention(byline), mention(outlet), mention(publishedOn), mention(told)));
    }

    /** The article's text: the lines that were not put aside, their exact characters, with a blank line where there was one. */
    public String text() {
        StringBuilder text = new StringBuilder();
        boolean spaced = false;
        for (Line line : lines) {
            spaced |= line.spaced();
            if (line.kind() == Kind.BODY) {
                text.append(text.isEmpty() ? "" : spaced ? "\n\n" : "\n").append(line.text());
                spaced = false;
            }
        }
        return text.toString();
    }

    private static <T> @Nullable T value(Optional<Fact<T>> fact) {
        return fact.map(Fact::value).orElse(null);
    }

    private static @Nullable Mention mention(Optional<? extends Fact<?>> fact) {
        return fact.map(Fact::mention).orElse(null);
    }
}
