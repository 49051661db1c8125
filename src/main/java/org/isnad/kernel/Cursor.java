package org.isnad.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The key of the last row shown, as an opaque text that fits into an address. */
public final class Cursor {
    private Cursor() {}

    public static String of(Object... key) {
        String joined = String.join("\n", List.of(key).stream().map(String::valueOf).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /** The parts of the key; empty for no cursor. A cursor that is none of ours is answered as invalid. */
    public static Optional<List<String>> parts(@Nullable String cursor, int count) {
        if (cursor == null || cursor.isBlank()) {
            return Optional.empty();
        }
        try {
            List<String> parts = List
                    .of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", -1));
            // PostgreSQL knows no text with a NUL in it.
            if (parts.size() == count && parts.stream().noneMatch(part -> part.indexOf(0) >= 0)) {
                return Optional.of(parts);
            }
        } catch (IllegalArgumentException e) {
            // Answered below, together with a wrong count.
        }
        throw new Problem.Invalid("after", "not-a-cursor");
    }
}
