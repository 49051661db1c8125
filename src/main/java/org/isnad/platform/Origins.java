package org.isnad.platform;

import java.util.Set;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a change comes from this site's own pages, beside the token in each form: by what the browser says about where a
 * request starts (Fetch Metadata's Sec-Fetch-Site, else Origin of RFC 6454), which no page of another site can forge.
 */
final class Origins {
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private Origins() {}

    static boolean acceptable(HttpServerRequest request) {
        return SAFE.contains(request.method()) || acceptable(request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Origin"), request.scheme() + "://" + request.authority(), request.cookieCount() > 0);
    }

    /**
     * @param own
     *            scheme and authority that the request was sent to
     * @param cookies
     *            whether the browser sent any: without them there is nobody in whose name a change could be forged, as with the
     *            identity provider's own back-channel calls
     */
    static boolean acceptable(@Nullable String fetchSite, @Nullable String origin, String own, boolean cookies) {
        if (fetchSite != null) {
            return fetchSite.equals("same-origin") || fetchSite.equals("none");
        }
        return origin == null ? !cookies : origin.equals(own);
    }
}
