package org.isnad.kernel.outbound;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a server said of a document, by which it can later be asked for it only if it changed (RFC 9110, 8.8 and 13.1).
 *
 * @param etag
 *            an entity tag as it came; null when there was none
 * @param lastModified
 *            a date as it came; null when there was none
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
    public static final Validators NONE = new Validators(null, null);
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]{0,990}\"");
    private static final Pattern DATE = Pattern.compile("[\\x20-\\x7E]{1,100}");

    /** What the answer says; what is malformed counts as nothing. */
    public static Validators of(Exchange answer) {
        return new Validators(answer.header("ETag").map(String::strip).filter(tag -> ETAG.matcher(tag).matches())
                .orElse(null),
                answer.header("Last-Modified").map(String::strip).filter(date -> DATE.matcher(date).matches())
                        .orElse(null));
    }

    public boolean isNone() {
        return etag == null && lastModified == null;
    }

    /** The fields of a request that wants the document only if it changed. */
    Stream<HttpField> conditions() {
        return Stream.concat(
                Optional.ofNullable(etag).map(tag -> new HttpField("If-None-Match", tag)).stream(),
                Optional.ofNullable(lastModified).map(date -> new HttpField("If-Modified-Since", date)).stream());
    }
}
