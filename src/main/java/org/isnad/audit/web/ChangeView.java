package org.isnad.audit.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.text.Direction;
import org.isnad.kernel.text.Erased;
import org.isnad.kernel.text.WordDiff;

/**
 * One changed field as the page shows it: a text compared word by word, or a former value and a new one, or a list of lines.
 *
 * @param name
 *            the field's stored name where it has no word of its own; empty otherwise
 * @param text
 *            the compared text; empty where values or lines are shown
 * @param dir
 *            the compared text's own direction
 */
record ChangeView(HistoryField field, String name, List<WordDiff.Piece> text, String dir, @Nullable Said before,
        @Nullable Said after, List<Line> lines) {

    static ChangeView text(HistoryField field, @Nullable String before, @Nullable String after) {
        return new ChangeView(field, "", compared(before, after), dir(before, after), null, null, List.of());
    }

    static ChangeView values(HistoryField field, @Nullable Said before, @Nullable Said after) {
        return new ChangeView(field, "", List.of(), "", before, after, List.of());
    }

    static ChangeView lines(HistoryField field, List<Line> lines) {
        return new ChangeView(field, "", List.of(), "", null, null, lines);
    }

    /** A field whose values are not there any more. */
    static ChangeView erased(String type, String storedName) {
        HistoryField field = HistoryField.of(type, storedName).orElse(HistoryField.OTHER);
        return values(field, null, Said.of("text", Erased.TEXT)).called(storedName);
    }

    /** A field that has no word of its own is called what it is stored as. */
    ChangeView called(String storedName) {
        return field == HistoryField.OTHER
                ? new ChangeView(field, storedName, text, dir, before, after, lines)
                : this;
    }

    public boolean isText() {
        return !text.isEmpty();
    }

    /** Where nothing stood before, the text is just shown: there is nothing to tell it from. */
    private static List<WordDiff.Piece> compared(@Nullable String before, @Nullable String after) {
        if ((before == null || before.isBlank()) && after != null && !after.isEmpty()) {
            return List.of(new WordDiff.Piece(WordDiff.Kind.SAME, after));
        }
        return WordDiff.of(before, after);
    }

    private static String dir(@Nullable String before, @Nullable String after) {
        return Direction.of(after == null || after.isBlank() ? before == null ? "" : before : after).html();
    }

    /**
     * One line of a list that changed.
     *
     * @param label
     *            what the line is about
     * @param became
     *            {@code added}, {@code removed} or {@code changed}
     * @param text
     *            the line's text, compared word by word
     */
    record Line(Said label, String became, List<WordDiff.Piece> text, String dir) {
        static Line of(Said label, @Nullable String before, @Nullable String after) {
            String became = before == null ? "added" : after == null ? "removed" : "changed";
            List<WordDiff.Piece> text = after == null ? compared(null, before) : compared(before, after);
            return new Line(label, became, text, ChangeView.dir(before, after));
        }
    }
}
