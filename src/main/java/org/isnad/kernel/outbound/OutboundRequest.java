package org.isnad.kernel.outbound;

import java.util.List;
import java.util.stream.Stream;

/**
 * What to ask for.
 *
 * @param address
 *            as it was given, not yet checked
 * @param accept
 *            the media types that are wanted, as in the header {@code Accept} (RFC 9110, 12.5.1)
 * @param unattended
 *            true when no person waits for this one document, such as for a feed that is read every hour: by default only such
 *            requests keep to robots.txt (RFC 9309)
 * @param known
 *            what is had already and need not come again: the server may answer 304 instead, which is no success
 */
public record OutboundRequest(String address, String accept, boolean unattended, Validators known) {
    private static final String PAGES = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5";

    public OutboundRequest(String address, String accept, boolean unattended) {
        this(address, accept, unattended, Validators.NONE);
    }

    /** What a person wants to read now. */
    public static OutboundRequest page(String address) {
        return new OutboundRequest(address, PAGES, false);
    }

    /** The fields of the request that say what is wanted. */
    public List<HttpField> wanted() {
        return Stream.concat(Stream.of(new HttpField("Accept", accept)), known.conditions()).toList();
    }
}
