package org.isnad.intake;

/** Finds the quotation mark that makes the rest of a table unreadable. The parser knows only where it noticed. */
final class OpenQuote {
    private OpenQuote() {}

    /**
     * @return the line, counted from 1, in which the first cell begins with a quotation mark and does not end with one; 0 when there is
     *         none
     */
    static long line(String table, char delimiter) {
        long line = 1;
        boolean cellBegins = true;
        for (int i = 0; i < table.length(); i++) {
            char c = table.charAt(i);
            if (c == '"' && cellBegins) {
                int end = end(table, i);
                if (!isEndOfCell(table, end, delimiter)) {
                    return line;
                }
                line += table.substring(i, end).chars().filter(each -> each == '\n').count();
                i = end - 1;
            } else {
                line += c == '\n' ? 1 : 0;
                cellBegins = c == delimiter || c == '\n' || c == '\r' || cellBegins && Character.isWhitespace(c);
            }
        }
        return 0;
    }

    /** Behind the mark that closes it; a doubled one does not. -1 when nothing does. */
    private static int end(String table, int open) {
        for (int i = table.indexOf('"', open + 1); i >= 0; i = table.indexOf('"', i + 2)) {
            if (i + 1 == table.length() || table.charAt(i + 1) != '"') {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean isEndOfCell(String table, int end, char delimiter) {
        for (int i = end; i >= 0 && i < table.length(); i++) {
            char c = table.charAt(i);
            if (c == delimiter || c == '\n' || c == '\r') {
                return true;
            }
            if (!Character.isWhitespace(c)) {
                return false;
            }
        }
        return end >= 0;
    }
}
