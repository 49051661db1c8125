package org.isnad.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Tells whether two web addresses name the same document. */
final class WebAddress {
    private WebAddress() {}

    /**
     * The address in the one spelling under which an article is known: scheme and host in lower case, no default port, no
     * fragment, a path of at least {@code /} (RFC 3986, 6.2.2 and 6.2.3). The rest stays: a query can name the document.
     */
    static String normal(String address) {
        try {
            URI uri = new URI(new URI(address.replace(" ", "%20")).toASCIIString());
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            boolean defaultPort = uri.getPort() == (scheme.equals("https") ? 443 : 80);
            String port = uri.getPort() < 0 || defaultPort ? "" : ":" + uri.getPort();
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path + query;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("a checked address: " + address, e);
        }
    }
}
