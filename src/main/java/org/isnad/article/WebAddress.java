package org.isnad.article;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells whether two web addresses name the same document. */
final class WebAddress {
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?<scheme>https?)://(?<host>[^/?#:]+)(?<port>:\\d+)?"
            + "(?<path>[^?#]*)(?<query>\\?[^#]*)?(?:#.*)?", Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
    /** What mail programs, advertisers and social networks add to links. */
    private static final Pattern TRACKING = Pattern.compile(
            "(?:utm_[a-z_]+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid"
                    + "|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|vero_id|oly_anon_id|oly_enc_id|ns_mchannel"
                    + "|ns_source|at_medium|at_campaign|__twitter_impression|xtor|_ga|_gl)(?:=.*)?",
            Pattern.CASE_INSENSITIVE);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private WebAddress() {}

    /**
     * The address in the one spelling under which an article is known: scheme and host in lower case, no default port, no
     * fragment, a path of at least {@code /} (RFC 3986, 6.2.2 and 6.2.3), nothing that only says who led somebody there. The rest
     * stays: a query can name the document.
     */
    static String normal(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a checked address: " + address);
        }
        String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
        String host = IDN.toASCII(parts.group("host"), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        String port = parts.group("port") == null ? "" : parts.group("port");
        String defaultPort = scheme.equals("https") ? ":443" : ":80";
        String path = parts.group("path").isEmpty() ? "/" : parts.group("path");
        String query = parts.group("query") == null ? "" : withoutTracking(parts.group("query"));
        return scheme + "://" + host + (port.equals(defaultPort) ? "" : port) + escaped(path + query);
    }

    private static String withoutTracking(String query) {
        String kept = Stream.of(query.substring(1).split("&", -1)).filter(part -> !TRACKING.matcher(part).matches())
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    /** Letters beyond ASCII as browsers send them, so that an address means the same copied from the bar or from a link. */
    private static String escaped(String rest) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : rest.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0x20 && b < 0x7F && b != '"' && b != '<' && b != '>') {
                escaped.append((char) b);
            } else {
                escaped.append('%').append(HEX.toHexDigits(b));
            }
        }
        return ESCAPE.matcher(escaped).replaceAll(escape -> escape.group().toUpperCase(Locale.ROOT));
    }
}
