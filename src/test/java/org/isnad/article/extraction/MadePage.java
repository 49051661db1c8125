package org.isnad.article.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A page or saved text as sites of one kind make them, with words of our own in it: {@code {P1}} stands for a paragraph of {@code words.txt}.
 * The comment at its beginning says what a person reads there.
 */
record MadePage(String document, Map<String, String> expected) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final String END_OF_COMMENT = "-->\n";

    static MadePage of(String name) {
        Map<String, String> words = fields(read("words.txt"), "=");
        String page = PLACE.matcher(read(name))
                .replaceAll(place -> Matcher.quoteReplacement(words.getOrDefault(place.group(1), place.group())));
        int end = page.indexOf(END_OF_COMMENT);
        return new MadePage(page.substring(end + END_OF_COMMENT.length()),
                fields(page.substring("<!--".length(), end), ":"));
    }

    /** Null where it is a dash, or not said. */
    @Nullable
    String expected(String field) {
        String value = expected.get(field);
        return value == null || value.equals("-") ? null : value;
    }

    String text() {
        return expected.getOrDefault("text", "");
    }

    private static Map<String, String> fields(String lines, String sign) {
        Map<String, String> fields = new HashMap<>();
        lines.strip().lines().forEach(line -> fields.put(line.substring(0, line.indexOf(sign)),
                line.substring(line.indexOf(sign) + 1).strip()));
        return fields;
    }

    private static String read(String name) {
        try (InputStream in = MadePage.class.getResourceAsStream("pages/" + name)) {
            if (in == null) {
                throw new AssertionError("no page " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
