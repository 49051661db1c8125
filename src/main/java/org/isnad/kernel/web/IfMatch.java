package org.isnad.kernel.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.EntityTag;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Expected;
import org.isnad.kernel.Problem;

/**
 * The {@code If-Match} of a request (RFC 9110, 13.1.1) as the version that a change is based on, and the strong {@code ETag} that a
 * version has. A tag that is weak or none of the desk's is well formed but matches nothing, so its change is stale.
 */
public final class IfMatch {
    public static final String HEADER = "If-Match";

    private static final Pattern TAG = Pattern
            .compile("\\G[ \\t,]*(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"[ \\t]*(?=,|$)");
    private static final Pattern OURS = Pattern.compile("0|[1-9]\\d{0,17}");
    /** No stored version is negative. */
    private static final Expected NOTHING = Expected.version(-1);

    private IfMatch() {}

    /**
     * For a move that the state guards too: {@code *} says that any version will do.
     *
     * @throws Problem.PreconditionMissing
     *             without the header (428, RFC 6585)
     * @throws Problem.Invalid
     *             when it is malformed, or names several of the desk's tags
     */
    public static Expected expected(@Nullable String header) {
        return header != null && header.strip().equals("*") ? Expected.any() : version(header);
    }

    /**
     * For a change that would overwrite somebody's words, or that decides on exactly what was read: {@code *} names no version,
     * so it is answered like a missing header.
     *
     * @throws Problem.PreconditionMissing
     *             when no version is named (428, RFC 6585)
     * @throws Problem.Invalid
     *             when it is malformed, or names several of the desk's tags
     */
    public static Expected version(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            throw new Problem.PreconditionMissing();
        }
        List<Long> versions = new ArrayList<>();
        Matcher tag = TAG.matcher(header.strip());
        int end = 0;
        while (tag.find()) {
            end = tag.end();
            if (tag.group(1) == null && OURS.matcher(tag.group(2)).matches()) {
                versions.add(Long.valueOf(tag.group(2)));
            }
        }
        if (end == 0 || end != header.strip().length()) {
            throw new Problem.Invalid(HEADER, "not-an-etag");
        }
        if (versions.size() > 1) {
            throw new Problem.Invalid(HEADER, "several-etags");
        }
        return versions.isEmpty() ? NOTHING : Expected.version(versions.get(0));
    }

    /** The strong validator of a representation whose every change makes another version. */
    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }
}
