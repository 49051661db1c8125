package org.isnad.article.formats;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/** What a Word document says about itself (ISO/IEC 29500-2, 11), and which of its styles are those of its heading. */
final class WordProperties extends WordXml {
    private static final Set<String> PROPERTIES = Set.of("title", "creator", "created");
    private static final Pattern HEADING = Pattern.compile("title|heading ?1");
    private static final int LONGEST = 10_000;

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> headings = new HashSet<>();
    private String style = "";

    @Nullable
    String title() {
        return values.get("title");
    }

    @Nullable
    String creator() {
        return values.get("creator");
    }

    @Nullable
    Instant created() {
        try {
            return OffsetDateTime.parse(values.getOrDefault("created", "")).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Names of built-in styles are the same in every language; what a paragraph names, their ids, are not. */
    boolean isHeading(String id) {
        return headings.contains(id) || HEADING.matcher(id.toLowerCase(Locale.ROOT)).matches();
    }

    @Override
    void begin(String element, XMLStreamReader in) {
        if (element.equals("style")) {
            style = attribute(in, "styleId");
        } else if (element.equals("name") && HEADING.matcher(attribute(in, "val").toLowerCase(Locale.ROOT)).matches()) {
            headings.add(style);
        }
    }

    @Override
    void end(String element) {
        // All that is of interest is in attributes and words.
    }

    @Override
    void words(String element, String words) {
        if (PROPERTIES.contains(element) && values.getOrDefault(element, "").length() < LONGEST) {
            values.merge(element, words, String::concat);
        }
    }
}
