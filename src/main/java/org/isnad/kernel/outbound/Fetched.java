package org.isnad.kernel.outbound;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What lay at an address.
 *
 * @param answer
 *            the last exchange of the trace, which has all of its bytes and a status of 2xx
 * @param body
 *            the payload without its content coding
 */
public record Fetched(FetchTrace trace, Exchange answer, byte[] body) {
    private static final Pattern CHARSET = Pattern
            .compile("(?i);\\s*charset\\s*=\\s*\"?([A-Za-z0-9!#$%&'*+.^_`|~:-]+)");

    /** Type and subtype in lower case, without parameters; empty when the server did not say. */
    public Optional<String> mediaType() {
        return answer.header("Content-Type")
                .map(value -> value.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty());
    }

    /** The charset that the header declares, in its own spelling; nobody says that it is true or exists. */
    public Optional<String> charset() {
        return answer.header("Content-Type").map(CHARSET::matcher).filter(Matcher::find).map(found -> found.group(1));
    }
}
