package org.isnad.platform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Tells which request targets (RFC 9112, section 3.2.1) are written in the one form that every part of the server reads alike.
 * Anything else could mean one thing to a check and another to what it protects, so it is not answered at all.
 */
final class Addresses {
    private static final int LONGEST = 4096;

    private Addresses() {}

    /** Whether a path with its query is canonical: no encoded or doubled separators, no dots to resolve, only valid UTF-8. */
    static boolean canonical(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        String parameters = query < 0 ? "" : target.substring(query + 1);
        return target.length() <= LONGEST && canonicalPath(path) && wellEncoded(parameters, 1);
    }

    private static boolean canonicalPath(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        boolean separators = path.contains("//") || path.contains(";") || path.contains("\\") || lower.contains("%2f")
                || lower.contains("%5c") || lower.contains("%3b") || lower.contains("%25") || lower.contains("%2e");
        return path.startsWith("/") && !separators && !hasDots(path) && wellEncoded(path, ' ');
    }

    private static boolean hasDots(String path) {
        return (path + "/").contains("/./") || (path + "/").contains("/../");
    }

    /** Whether all escapes are whole, name bytes from the given lowest one on, and make valid UTF-8. */
    private static boolean wellEncoded(String text, int lowest) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '#') {
                return false;
            }
            int value = c;
            if (c == '%') {
                value = i + 2 < text.length() ? hex(text.charAt(i + 1)) * 16 + hex(text.charAt(i + 2)) : -1;
                i += 2;
                if (value < lowest || value == 0x7f) {
                    return false;
                }
            }
            bytes.put((byte) value);
        }
        return isUtf8(bytes.flip());
    }

    /** The digit's value, or a number that keeps the byte negative. */
    private static int hex(char digit) {
        int value = digit < 0x80 ? Character.digit(digit, 16) : -1;
        return value < 0 ? -1000 : value;
    }

    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
