package org.isnad.kernel.web;

import java.net.URI;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Expected;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;

/** Reads what addresses and forms carry. */
public final class Parameters {
    private Parameters() {}

    /** The id in an address; a text that is none names nothing (404). */
    public static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> new Problem.NotFound("page"));
    }

    /** The version that a form was filled in against; a form without one is guarded by the thing's state alone. */
    public static Expected expected(@Nullable String version) {
        return version == null || version.isBlank() ? Expected.any() : Expected.version(version(version));
    }

    /** As {@link #expected}, for forms that could overwrite another's words: without a version nothing is saved (428). */
    public static Expected required(@Nullable String version) {
        if (version == null || version.isBlank()) {
            throw new Problem.PreconditionMissing();
        }
        return Expected.version(version(version));
    }

    /**
     * Where to go after a form was accepted: the form's own wish if it is a path of this site, else the page's default. A form
     * elsewhere must not be able to send people away through us.
     */
    public static URI next(@Nullable String wish, String otherwise) {
        if (wish != null && wish.matches("/(?![/\\\\])[^\\s\\p{Cntrl}\\\\]{0,2000}")) {
            try {
                return URI.create(wish);
            } catch (IllegalArgumentException notAnAddress) {
                return URI.create(otherwise);
            }
        }
        return URI.create(otherwise);
    }

    /** What was typed into a field of several lines, with the line ends it was typed with: browsers send CR LF for each. */
    public static @Nullable String lines(@Nullable String text) {
        return text == null ? null : text.replace("\r\n", "\n");
    }

    private static long version(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("version", "invalid");
        }
    }
}
