package org.isnad.kernel;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Checks a command's fields and collects what is wrong with all of them, so that a person is told once. Text keeps every
 * character it came with except for white space at its ends; only what PostgreSQL cannot store (NUL, lone surrogates) is refused.
 * Lengths are in Unicode code points.
 */
public final class Checks {
    /** No user name: a link that carries one is made to mislead about its host. */
    private static final Pattern LINK = Pattern
            .compile("(?i)https?://(?<host>[^/?#@:\\s\\\\]+)(:\\d{1,5})?(?<rest>([/?#].*)?)");
    private final List<Problem.FieldError> errors = new ArrayList<>();

    /** The reason an act asks for: at most 2,000 code points, never blank. */
    public static String reason(@Nullable String reason) {
        Checks checks = new Checks();
        String why = checks.required("reason", reason, 2000);
        checks.done();
        return why;
    }

    public String required(String field, @Nullable String value, int max) {
        String text = optional(field, value, max);
        if (text == null) {
            fail(field, "required");
            return "";
        }
        return text;
    }

    public @Nullable String optional(String field, @Nullable String value, int max) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        if (!isText(text)) {
            fail(field, "not-text");
        } else if (text.codePointCount(0, text.length()) > max) {
            errors.add(new Problem.FieldError(field, "too-long", Map.of("max", max)));
        }
        return text;
    }

    /** A web address: http or https with a host, at most 2,048 characters; null stays null. */
    public @Nullable String optionalLink(String field, @Nullable String value) {
        String text = optional(field, value, 2048);
        if (text != null && !isWebLink(text)) {
            fail(field, "not-a-link");
        }
        return text;
    }

    public void fail(String field, String code) {
        errors.add(new Problem.FieldError(field, code, Map.of()));
    }

    /** Ends the checking: throws {@link Problem.Invalid} with everything that was wrong. */
    public void done() {
        if (!errors.isEmpty()) {
            throw new Problem.Invalid(errors);
        }
    }

    private static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static boolean isWebLink(String text) {
        Matcher link = LINK.matcher(text);
        if (!link.matches()) {
            return false;
        }
        try {
            // Addresses are often pasted with Arabic letters in them, in the host too; browsers translate these, so do we.
            String host = IDN.toASCII(link.group("host"), IDN.ALLOW_UNASSIGNED);
            URI uri = new URI("http", null, host, -1, null, null, null);
            new URI(uri + link.group("rest").replaceAll("[\\s\"<>\\\\^`{|}\\[\\]%]", "_"));
            return uri.getHost() != null;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return false;
        }
    }
}
