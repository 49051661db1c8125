package org.isnad.kernel.text;

/** The direction in which a text runs, by the script of most of its letters rather than of its first one. */
public enum Direction {
    LTR,
    RTL;

    /** As the HTML attribute {@code dir} wants it. */
    public String html() {
        return this == RTL ? "rtl" : "ltr";
    }

    public static Direction of(String text) {
        long balance = text.codePoints().limit(20_000).mapToLong(c -> switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> 1;
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> -1;
            default -> 0;
        }).sum();
        return balance > 0 ? RTL : LTR;
    }
}
