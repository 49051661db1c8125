package org.isnad.tlog;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** What the text formats have in common: one spelling for each value, and nothing that looks like something else. */
final class Texts {
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    private Texts() {}

    /** A whole number from 0 to 2^63 − 1 without leading zeros. */
    static long decimal(String text, String what) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException(what + " is no decimal number: " + shown(text));
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(what + " is beyond 2^63 - 1: " + text, e);
        }
    }

    /** Java's decoder forgives missing padding and stray bits at the end; a proof with two spellings is no proof. */
    static byte[] base64(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Not base64: " + shown(text), e);
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("Not the one base64 spelling of its bytes: " + shown(text));
        }
        return bytes;
    }

    /** What signed-note allows: Unicode that UTF-8 can carry, and no control character but the newline. */
    static void requireNoteText(String text) {
        text.codePoints().forEach(c -> {
            if (c < ' ' && c != '\n' || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException("A note must not hold U+%04X".formatted(c));
            }
        });
    }

    /** The name of a key or the origin of a log as part of a line: not empty, no space, no plus sign. */
    static void requireKeyName(String name) {
        boolean wrong = name.isEmpty()
                || name.codePoints().anyMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c));
        if (wrong) {
            throw new IllegalArgumentException(
                    "A key's name is not empty and has neither space nor plus: " + shown(name));
        }
        requireNoteText(name);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Short enough for a message, whatever somebody sends. */
    static String shown(String text) {
        return '"' + (text.length() <= 100 ? text : text.substring(0, 100) + "…") + '"';
    }
}
