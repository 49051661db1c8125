package org.isnad.article.formats;

/** Counts of what a piece of PDF consists of, without keeping any of it: names, strings, lists, and words or numbers. */
final class PdfTokens {
    private boolean inWord;
    private long count;

    void add(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            switch (bytes[i]) {
                case 0, '\t', '\n', '\f', '\r', ' ', ')', '>', ']', '}' -> inWord = false;
                case '[', '(', '<', '/', '{', '%' -> {
                    inWord = true;
                    count++;
                }
                default -> {
                    count += inWord ? 0 : 1;
                    inWord = true;
                }
            }
        }
    }

    long count() {
        return count;
    }
}
