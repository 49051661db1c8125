package org.isnad.kernel.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkus.qute.TemplateExtension;
import org.jspecify.annotations.Nullable;

import org.isnad.kernel.text.Erased;

/**
 * Content with its bidirectional control and zero-width characters taken out as visible marks, so that a text can show what is
 * in it and never turn the page around it. Templates say {@code text.visible} (the {@code say} tag does).
 */
@TemplateExtension
final class VisibleText {
    /** Unicode's abbreviations of the characters that act without being seen. */
    private static final Map<Integer, String> NAMES = Map.ofEntries(Map.entry(0x00AD, "SHY"), Map.entry(0x061C, "ALM"),
            Map.entry(0x180E, "MVS"), Map.entry(0x200B, "ZWSP"), Map.entry(0x200C, "ZWNJ"), Map.entry(0x200D, "ZWJ"),
            Map.entry(0x200E, "LRM"), Map.entry(0x200F, "RLM"), Map.entry(0x202A, "LRE"), Map.entry(0x202B, "RLE"),
            Map.entry(0x202C, "PDF"), Map.entry(0x202D, "LRO"), Map.entry(0x202E, "RLO"), Map.entry(0x2060, "WJ"),
            Map.entry(0x2066, "LRI"), Map.entry(0x2067, "RLI"), Map.entry(0x2068, "FSI"), Map.entry(0x2069, "PDI"),
            Map.entry(0xFEFF, "BOM"));

    private VisibleText() {}

    static List<Run> visible(String text) {
        if (Erased.is(text)) {
            return List.of(new Run(text, null, true));
        }
        List<Run> runs = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> {
            String name = NAMES.get(c);
            if (name == null) {
                plain.appendCodePoint(c);
            } else {
                end(plain, runs);
                runs.add(new Run(name, "U+%04X".formatted(c), false));
            }
        });
        end(plain, runs);
        return runs;
    }

    /** Whether only blocks are left of it, so that it is no address, for example, any more. */
    static boolean erased(String text) {
        return Erased.is(text);
    }

    private static void end(StringBuilder plain, List<Run> runs) {
        if (!plain.isEmpty()) {
            runs.add(new Run(plain.toString(), null, false));
            plain.setLength(0);
        }
    }

    /**
     * A stretch of plain text, one control character, or what was erased.
     *
     * @param text
     *            the text, or the character's name
     * @param mark
     *            the character's code point as U+XXXX; null for plain text
     * @param erased
     *            whether it is all blocks, which the page says in words
     */
    public record Run(String text, @Nullable String mark, boolean erased) {
        /** What the text itself has there. */
        public String original() {
            return mark == null ? text : Character.toString(Integer.parseInt(mark.substring(2), 16));
        }
    }
}
