package org.isnad.kernel.text;

/**
 * What stands where something was erased: full blocks (U+2588), for a text as many as it had characters, so that positions in it
 * still hold.
 */
public final class Erased {
    /** In place of a name, and of a value that is not there at all. */
    public static final String TEXT = "█████";
    private static final int BLOCK = 0x2588;

    private Erased() {}

    /** Whether nothing else is left of a text. */
    public static boolean is(String text) {
        return text.indexOf(BLOCK) >= 0 && text.codePoints().allMatch(c -> c == BLOCK || Character.isWhitespace(c));
    }
}
