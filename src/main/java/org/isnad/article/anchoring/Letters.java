package org.isnad.article.anchoring;

/** Unicode code points. */
final class Letters {
    private Letters() {}

    static int[] reversed(int[] letters, int from, int to) {
        int[] reversed = new int[to - from];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = letters[to - 1 - i];
        }
        return reversed;
    }

    static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    static boolean isOfAWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }
}
