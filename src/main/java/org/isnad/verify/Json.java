package org.isnad.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) as I-JSON (RFC 7493) limits it, which canonical JSON (RFC 8785) demands: no name twice. A text is a
 * String, an object a Map, an array a List, a number a Double.
 */
final class Json {
    private static final int DEEPEST = 32;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /**
     * @throws IllegalArgumentException
     *             when it is no JSON, or there is something after it
     */
    static @Nullable Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value(0);
        if (json.at < text.length()) {
            throw json.wrong("something after the value");
        }
        return value;
    }

    /** A text as JSON, in ASCII but for letters. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ' || !Character.isLetterOrDigit(c) && c > '~') {
                json.append("\\u%04x".formatted(c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }

    private @Nullable Object value(int depth) {
        if (depth > DEEPEST) {
            throw wrong("too many levels");
        }
        skipSpace();
        Object value = switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
        skipSpace();
        return value;
    }

    private Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        at++;
        skipSpace();
        if (took('}')) {
            return members;
        }
        do {
            skipSpace();
            String name = string();
            skipSpace();
            take(':');
            Object value = value(depth + 1);
            if (members.containsKey(name)) {
                throw wrong("the name " + name + " twice");
            }
            members.put(name, value);
        } while (took(','));
        take('}');
        return members;
    }

    private List<@Nullable Object> array(int depth) {
        List<@Nullable Object> elements = new ArrayList<>();
        at++;
        skipSpace();
        if (took(']')) {
            return elements;
        }
        do {
            elements.add(value(depth + 1));
        } while (took(','));
        take(']');
        return elements;
    }

    private String string() {
        take('"');
        StringBuilder string = new StringBuilder();
        while (!took('"')) {
            char c = peek();
            if (c < ' ') {
                throw wrong("a control character or the end within a text");
            }
            at++;
            string.append(c == '\\' ? escaped() : c);
        }
        return string.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex();
            default -> throw wrong("an unknown escape");
        };
    }

    private char hex() {
        if (text.length() - at < 4 || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
            throw wrong("an escape without four hexadecimal digits");
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong("an unknown word");
        }
        at += word.length();
        return value;
    }

    private Double number() {
        int from = at;
        while (at < text.length() && "+-0123456789.eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(from, at);
        if (!number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            throw wrong("no value");
        }
        return Double.valueOf(number);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** U+0000, which stands nowhere in JSON, at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean took(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    private void take(char c) {
        if (!took(c)) {
            throw wrong("no " + c);
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("no JSON: " + what + " at character " + (at + 1));
    }
}
