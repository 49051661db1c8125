package org.isnad.article.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * The words of a Word document (ISO/IEC 29500-1, 17), or of its notes: paragraphs, and tables with one row per line. What a note
 * says stands behind its paragraph.
 */
final class WordText extends WordXml {
    /** What was deleted or moved away, text boxes, how a word is read, and what is there twice for older programs. */
    private static final Set<String> PASSED_OVER = Set.of("del", "moveFrom", "txbxContent", "rt", "Fallback", "tabs");

    private final Map<String, String> notes;
    private final Predicate<String> isHeading;
    private final Map<String, String> read = new HashMap<>();
    private final List<String> blocks = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder noted = new StringBuilder();
    private final StringBuilder table = new StringBuilder();
    private String style = "";
    private String note = "";
    private @Nullable String heading;
    private int passedOver;
    private int tables;
    private boolean firstCell;
    private long length;

    /**
     * @param notes
     *            by {@code footnote} or {@code endnote} and their number
     * @param isHeading
     *            whether this style's paragraphs are headings of the whole document
     */
    WordText(Map<String, String> notes, Predicate<String> isHeading) {
        this.notes = notes;
        this.isHeading = isHeading;
    }

    String text() {
        return String.join("\n\n", blocks);
    }

    /** What the document calls itself in its text; null for nothing. */
    @Nullable
    String heading() {
        return heading;
    }

    /** When notes were read: what they say. */
    Map<String, String> notes() {
        return read;
    }

    @Override
    void begin(String element, XMLStreamReader in) throws IOException {
        passedOver += PASSED_OVER.contains(element) ? 1 : 0;
        if (passedOver > 0) {
            return;
        }
        switch (element) {
            case "p" -> style = "";
            case "pStyle" -> style = attribute(in, "val");
            case "tab" -> add("\t");
            case "br", "cr" -> add("\n");
            case "noBreakHyphen" -> add("\u2011");
            case "tbl" -> tables++;
            case "tr" -> {
                table.append(tables == 1 && !table.isEmpty() ? "\n" : "");
                firstCell = tables == 1 || firstCell;
            }
            case "footnote", "endnote" -> {
                note = element + attribute(in, "id");
                blocks.clear();
            }
            case "footnoteReference", "endnoteReference" -> {
                String number = attribute(in, "id");
                String says = notes.get(element.replace("Reference", number));
                if (says != null) {
                    count(says.length());
                    noted.append(" [").append(number).append(": ").append(says).append(']');
                }
            }
            default -> {
                // Says how something looks, or holds what is of interest.
            }
        }
    }

    @Override
    void end(String element) {
        if (passedOver > 0) {
            passedOver -= PASSED_OVER.contains(element) ? 1 : 0;
            return;
        }
        switch (element) {
            case "p" -> endParagraph();
            case "tc" -> endCell();
            case "tbl" -> {
                tables--;
                if (tables == 0) {
                    keep(table.toString().strip());
                    table.setLength(0);
                }
            }
            case "footnote", "endnote" -> read.put(note, String.join("\n", blocks));
            default -> {
                // As above.
            }
        }
    }

    @Override
    void words(String element, String piece) throws IOException {
        if (passedOver == 0 && element.equals("t")) {
            add(piece);
        }
    }

    private void endParagraph() {
        words.append(noted);
        noted.setLength(0);
        if (tables > 0) {
            words.append(' ');
            return;
        }
        String paragraph = words.toString().strip();
        words.setLength(0);
        if (heading == null && !paragraph.isEmpty() && isHeading.test(style)) {
            heading = paragraph;
        }
        keep(paragraph);
    }

    /** A table in a cell is a part of that cell. */
    private void endCell() {
        if (tables == 1) {
            table.append(firstCell ? "" : "\t").append(words.toString().strip().replace('\n', ' '));
            words.setLength(0);
            firstCell = false;
        }
    }

    private void keep(String block) {
        if (!block.isEmpty()) {
            blocks.add(block);
        }
    }

    private void add(String piece) throws TooLargeException {
        count(piece.length());
        words.append(piece);
    }

    private void count(int more) throws TooLargeException {
        length += more;
        if (length > Formats.LONGEST_TEXT) {
            throw new TooLargeException();
        }
    }
}
