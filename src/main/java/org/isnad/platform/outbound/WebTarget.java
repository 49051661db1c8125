package org.isnad.platform.outbound;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.isnad.kernel.outbound.FetchFailed.Reason;

/**
 * A web address taken apart in the one way in which it will be used: what is judged is what is connected to. Stricter than browsers,
 * which mend what people type: backslashes, control characters and missing slashes are refused, since programs disagree about them.
 *
 * @param scheme
 *            {@code http} or {@code https}
 * @param port
 *            from 0 to 65535; the scheme's own when none was written
 * @param path
 *            with its query, escaped, at least {@code /}; a fragment is not sent (RFC 9110, 4.2.5)
 */
record WebTarget(String scheme, Host host, int port, String path) {
    private static final int LONGEST = 8_192;
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern PARTS = Pattern
            .compile("[A-Za-z]+://(?<authority>[^/?#\\\\]+)(?<path>[^?#\\\\]*)(?<query>\\?[^#]*)?(?:#.*)?",
                    Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(?<host>\\[[^\\]]*]|[^:\\[\\]]+)(?::(?<port>\\d{0,9}))?");
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");
    private static final String ESCAPED_IN_PATH = "\"<>^`{|}[]";
    private static final String ESCAPED_IN_QUERY = "\"<>^`{|}\\";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Reads what a person or a page gave. */
    static WebTarget of(String written) throws Refusal {
        String address = written.strip();
        if (address.length() > LONGEST) {
            throw new Refusal(Reason.NOT_AN_ADDRESS, "The address has more than " + LONGEST + " characters.");
        }
        String scheme = scheme(address);
        Matcher parts = PARTS.matcher(address);
        if (UNREADABLE.matcher(address).find() || !parts.matches()) {
            throw new Refusal(Reason.NOT_AN_ADDRESS, "\"" + address + "\" is no web address.");
        }
        String authority = parts.group("authority");
        if (authority.contains("@")) {
            throw new Refusal(Reason.CREDENTIALS_IN_ADDRESS,
                    "The address has a name or password before its host, which is never sent.");
        }
        Matcher server = AUTHORITY.matcher(authority);
        if (!server.matches()) {
            throw new Refusal(Reason.NOT_AN_ADDRESS,
                    "\"" + authority + "\" is no readable name or address of a server.");
        }
        String query = parts.group("query") == null ? "" : parts.group("query");
        return new WebTarget(scheme, Host.of(server.group("host")), port(server.group("port"), scheme),
                escaped(withoutDots(parts.group("path")), ESCAPED_IN_PATH) + escaped(query, ESCAPED_IN_QUERY));
    }

    /** Where a redirect leads (RFC 3986, 5.2). */
    WebTarget at(String reference) throws Refusal {
        String location = reference.strip();
        if (location.isEmpty()) {
            throw new Refusal(Reason.BAD_REDIRECT, "It redirects without saying where to.");
        }
        try {
            return of(absolute(location));
        } catch (Refusal e) {
            Reason reason = e.reason() == Reason.NOT_AN_ADDRESS ? Reason.BAD_REDIRECT : e.reason();
            throw new Refusal(reason, "It redirects to an address that is not asked: " + e.message());
        }
    }

    private String absolute(String location) {
        String file = path.replaceFirst("\\?.*", "");
        if (SCHEME.matcher(location).matches()) {
            return location;
        } else if (location.startsWith("//")) {
            return scheme + ":" + location;
        } else if (location.startsWith("/")) {
            return origin() + location;
        } else if (location.startsWith("?")) {
            return origin() + file + location;
        } else if (location.startsWith("#")) {
            return origin() + path;
        }
        return origin() + file.substring(0, file.lastIndexOf('/') + 1) + location;
    }

    boolean isSecure() {
        return scheme.equals("https");
    }

    /** What the header {@code Host} says (RFC 9110, 7.2). */
    String authority() {
        return host.name() + (port == usualPort(scheme) ? "" : ":" + port);
    }

    String origin() {
        return scheme + "://" + authority();
    }

    URI uri() {
        return URI.create(origin() + path);
    }

    private static String scheme(String address) throws Refusal {
        Matcher matcher = SCHEME.matcher(address);
        if (!matcher.matches()) {
            throw new Refusal(Reason.NOT_AN_ADDRESS,
                    "\"" + address + "\" is no web address: it must begin with http:// or https://.");
        }
        String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new Refusal(Reason.SCHEME, "Addresses with \"" + scheme + ":\" are not asked, only http and https.");
        }
        return scheme;
    }

    private static int port(String written, String scheme) throws Refusal {
        if (written == null || written.isEmpty()) {
            return usualPort(scheme);
        }
        int port = Integer.parseInt(written);
        if (port > 65_535) {
            throw new Refusal(Reason.NOT_AN_ADDRESS, "There is no port " + port + ".");
        }
        return port;
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    /** RFC 3986, 5.2.4; escaped dots count as dots, as in browsers. */
    private static String withoutDots(String path) {
        Deque<String> segments = new ArrayDeque<>();
        String[] all = path.isEmpty() ? new String[]{""} : path.substring(1).split("/", -1);
        for (int i = 0; i < all.length; i++) {
            String segment = all[i].replaceAll("(?i)%2e", ".");
            boolean dots = segment.equals(".") || segment.equals("..");
            if (segment.equals("..") && !segments.isEmpty()) {
                segments.removeLast();
            }
            if (!dots) {
                segments.addLast(all[i]);
            } else if (i == all.length - 1) {
                segments.addLast("");
            }
        }
        return "/" + String.join("/", segments);
    }

    /** As browsers send it; what is escaped already stays so. */
    private static String escaped(String text, String escapedToo) {
        StringBuilder escaped = new StringBuilder();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            boolean lonePercent = b == '%' && !(i + 2 < bytes.length && HexFormat.isHexDigit(bytes[i + 1])
                    && HexFormat.isHexDigit(bytes[i + 2]));
            if (b > ' ' && b < 0x7F && escapedToo.indexOf(b) < 0 && !lonePercent) {
                escaped.append((char) b);
            } else {
                escaped.append('%').append(HEX.toHexDigits(b));
            }
        }
        return escaped.toString();
    }
}
