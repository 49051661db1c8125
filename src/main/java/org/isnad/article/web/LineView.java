package org.isnad.article.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.isnad.article.extraction.Kind;
import org.isnad.article.extraction.Line;

/**
 * A line of a document in the preview.
 *
 * @param n
 *            its place in the document, from 0
 * @param back
 *            whether a person put it back into the text
 */
record LineView(int n, String text, Kind kind, boolean spaced, boolean back) {
    /** What a preview shows at most; of a longer document the text itself is enough. */
    private static final int MOST = 2_000;

    static List<LineView> of(List<Line> lines, Set<Integer> back) {
        List<LineView> views = new ArrayList<>();
        for (Line line : lines.subList(0, Math.min(MOST, lines.size()))) {
            int n = views.size();
            views.add(new LineView(n, line.text(), line.kind(), line.spaced(), back.contains(n)));
        }
        return views;
    }

    /** The text with the lines that were put back, in the document's order. */
    static String text(List<LineView> lines) {
        StringBuilder text = new StringBuilder();
        boolean spaced = false;
        for (LineView line : lines) {
            spaced |= line.spaced;
            if (line.kept()) {
                text.append(text.isEmpty() ? "" : spaced ? "\n\n" : "\n").append(line.text);
                spaced = false;
            }
        }
        return text.toString();
    }

    public boolean body() {
        return kind == Kind.BODY;
    }

    public boolean kept() {
        return body() || back;
    }
}
