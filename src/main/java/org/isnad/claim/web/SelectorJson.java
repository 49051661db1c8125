package org.isnad.claim.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.isnad.article.Passage;
import org.isnad.claim.Quote;
import org.isnad.kernel.Problem;

/** A selector of the <a href="https://www.w3.org/TR/annotation-model/#selectors">W3C Web Annotation Data Model</a>. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = SelectorJson.TextQuote.class, name = SelectorJson.QUOTE),
        @JsonSubTypes.Type(value = SelectorJson.TextPosition.class, name = SelectorJson.POSITION)})
@Schema(name = "Selector", description = "W3C Web Annotation selector of words in an article version", oneOf = {
        SelectorJson.TextQuote.class,
        SelectorJson.TextPosition.class}, discriminatorProperty = "type", discriminatorMapping = {
                @DiscriminatorMapping(value = SelectorJson.QUOTE, schema = SelectorJson.TextQuote.class),
                @DiscriminatorMapping(value = SelectorJson.POSITION, schema = SelectorJson.TextPosition.class)})
sealed interface SelectorJson {
    String QUOTE = "TextQuoteSelector";
    String POSITION = "TextPositionSelector";

    /** The words themselves and what stands around them. */
    @Schema(name = QUOTE, description = "The exact words, with as much before and after them as tells the place")
    record TextQuote(@Schema(examples = "costs five dinars") String exact, @Nullable String prefix,
            @Nullable String suffix) implements SelectorJson {}

    /** Where they stand. */
    @Schema(name = POSITION, description = "Unicode code points from the start of the text; end is exclusive")
    record TextPosition(@Schema(examples = "120", minimum = "0") int start,
            @Schema(examples = "137", minimum = "1") int end) implements SelectorJson {}

    static List<SelectorJson> of(Passage words) {
        return List.of(new TextQuote(words.exact(), words.prefix(), words.suffix()),
                new TextPosition(words.start(), words.end()));
    }

    /**
     * The words that one selector names, or that both name: a quote alone must be in the text once; with positions it is a check
     * of them.
     */
    static Passage select(@Nullable List<@Nullable SelectorJson> selectors, String text) {
        List<@Nullable SelectorJson> given = selectors == null ? List.of() : selectors;
        Optional<Quote> quote = only(given, TextQuote.class).map(SelectorJson::quote);
        Optional<Passage> place = only(given, TextPosition.class)
                .map(position -> Passage.of(text, position.start(), position.end()));
        return place.map(there -> quote.map(words -> words.at(there)).orElse(there))
                .or(() -> quote.map(words -> words.in(text)))
                .orElseThrow(() -> new Problem.Invalid("selector", "required"));
    }

    private static Quote quote(TextQuote words) {
        @Nullable
        String exact = words.exact();
        if (exact == null) {
            throw new Problem.Invalid("selector.exact", "required");
        }
        return new Quote(exact, words.prefix(), words.suffix());
    }

    private static <T> Optional<T> only(List<@Nullable SelectorJson> selectors, Class<T> kind) {
        List<T> found = Stream.of(selectors.toArray()).filter(kind::isInstance).map(kind::cast).toList();
        if (found.size() > 1) {
            throw new Problem.Invalid("selector", "several-of-a-kind");
        }
        return found.stream().findFirst();
    }
}
