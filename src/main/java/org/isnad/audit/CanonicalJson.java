package org.isnad.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;

import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * Values as RFC 8785 canonical JSON: the same value gives the same bytes, whoever writes it. What JSON or I-JSON (RFC 7493)
 * cannot carry without loss is refused rather than rounded.
 */
final class CanonicalJson {
    /** Beyond this, a JSON number (an IEEE 754 double) no longer tells neighbouring whole numbers apart. */
    private static final long MAX_EXACT = (1L << 53) - 1;

    private CanonicalJson() {}

    /**
     * @param value
     *            text, whole numbers, booleans, and maps and collections of these and of nulls
     * @throws IllegalArgumentException
     *             when the value is or holds anything else, a number beyond ±(2^53 − 1), or text with a lone surrogate
     */
    static byte[] of(Map<String, ? extends @Nullable Object> value) {
        StringBuilder json = new StringBuilder();
        append(json, value);
        try {
            return new JsonCanonicalizer(json.toString()).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(StringBuilder json, @Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            json.append(value);
        } else if (value instanceof String text) {
            appendText(json, text);
        } else if (value instanceof Byte || value instanceof Short || value instanceof Integer
                || value instanceof Long) {
            appendNumber(json, ((Number) value).longValue());
        } else if (value instanceof Map<?, ?> map) {
            appendMap(json, map);
        } else if (value instanceof Collection<?> list) {
            appendList(json, list);
        } else {
            throw new IllegalArgumentException("JSON has no " + value.getClass().getName()
                    + "; give it as text, a whole number, a boolean, a list or a map");
        }
    }

    private static void appendNumber(StringBuilder json, long number) {
        if (Math.abs(number) > MAX_EXACT || number == Long.MIN_VALUE) {
            throw new IllegalArgumentException("JSON cannot say " + number + " exactly; give it as text");
        }
        json.append(number);
    }

    private static void appendMap(StringBuilder json, Map<?, ?> map) {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.append(separator);
            appendText(json, String.valueOf(entry.getKey()));
            json.append(':');
            append(json, entry.getValue());
            separator = ",";
        }
        json.append(map.isEmpty() ? "{}" : "}");
    }

    private static void appendList(StringBuilder json, Collection<?> list) {
        String separator = "[";
        for (Object item : list) {
            json.append(separator);
            append(json, item);
            separator = ",";
        }
        json.append(list.isEmpty() ? "[]" : "]");
    }

    private static void appendText(StringBuilder json, String text) {
        json.append('"');
        text.codePoints().forEach(c -> {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException("The text holds a lone surrogate, which UTF-8 cannot carry");
            }
            if (c == '"' || c == '\\') {
                json.append('\\').appendCodePoint(c);
            } else if (c < 0x20) {
                json.append("\\u%04x".formatted(c));
            } else {
                json.appendCodePoint(c);
            }
        });
        json.append('"');
    }
}
