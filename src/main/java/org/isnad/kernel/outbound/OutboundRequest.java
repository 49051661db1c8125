package org.isnad.kernel.outbound;

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
 */
public record OutboundRequest(String address, String accept, boolean unattended) {
    private static final String PAGES = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5";

    /** What a person wants to read now. */
    public static OutboundRequest page(String address) {
        return new OutboundRequest(address, PAGES, false);
    }
}
