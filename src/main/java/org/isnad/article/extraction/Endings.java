package org.isnad.article.extraction;

/** How a line ends, whatever quotation marks and brackets close after its end. */
final class Endings {
    private static final String STOPS = ".。۔।";
    private static final String QUESTIONS = "!?؟";
    private static final String CLOSING = "\"'”’»)]›";

    private Endings() {}

    /** Dots that trail off end nothing: titles have them too. */
    static boolean isSentence(String seen) {
        int end = end(seen);
        return isFullStop(seen, end) || end >= 0 && QUESTIONS.indexOf(seen.charAt(end)) >= 0;
    }

    static boolean isFullStop(String seen) {
        return isFullStop(seen, end(seen));
    }

    private static boolean isFullStop(String seen, int end) {
        return end >= 0 && STOPS.indexOf(seen.charAt(end)) >= 0 && !(end > 0 && seen.charAt(end - 1) == '.');
    }

    private static int end(String seen) {
        int end = seen.length() - 1;
        while (end >= 0 && (CLOSING.indexOf(seen.charAt(end)) >= 0 || Wording.isBlank(seen.charAt(end)))) {
            end--;
        }
        return end;
    }
}
