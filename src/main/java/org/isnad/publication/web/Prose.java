package org.isnad.publication.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A rationale in paragraphs, its references to evidence ({@code [2]}) told apart from the text around them. */
final class Prose {
    private static final Pattern REFERENCE = Pattern.compile("\\[(\\d{1,3})]");

    private Prose() {}

    /**
     * A stretch of a paragraph.
     *
     * @param reference
     *            the number of the evidence it refers to; null for text
     */
    record Stretch(String text, @Nullable Integer reference) {}

    static List<List<Stretch>> paragraphs(String text, int pieces) {
        return text.lines().filter(line -> !line.isBlank()).map(line -> stretches(line, pieces)).toList();
    }

    private static List<Stretch> stretches(String line, int pieces) {
        List<Stretch> stretches = new ArrayList<>();
        Matcher found = REFERENCE.matcher(line);
        int at = 0;
        while (found.find()) {
            int number = Integer.parseInt(found.group(1));
            if (number >= 1 && number <= pieces) {
                if (found.start() > at) {
                    stretches.add(new Stretch(line.substring(at, found.start()), null));
                }
                stretches.add(new Stretch(found.group(), number));
                at = found.end();
            }
        }
        if (at < line.length()) {
            stretches.add(new Stretch(line.substring(at), null));
        }
        return stretches;
    }
}
