package org.isnad.kernel.outbound;

/**
 * Fetches what lies at an address that somebody else chose, without lending them the desk's place in the network: only public
 * addresses on the ports of the policy are ever connected to, also after a redirect, and time and size have limits.
 */
public interface Outbound {
    /**
     * Asks for the address and follows its redirects. Waits for the answer, as long as the policy allows (20 seconds unless the
     * operator says otherwise).
     *
     * @throws FetchFailed
     *             when the address is refused, nothing usable came back within the limits, or the last answer was not a success
     *             (2xx); it carries what is known until then
     */
    Fetched get(OutboundRequest request) throws FetchFailed;
}
