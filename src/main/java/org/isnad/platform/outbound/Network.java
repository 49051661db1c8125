package org.isnad.platform.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of addresses (RFC 4632, 3.1; RFC 4291, 2.3), written {@code 192.0.2.0/24} or {@code 2001:db8::/32}; a single address needs no
 * length. Public because the settings are read into it.
 *
 * @param prefix
 *            4 or 16 bytes
 * @param length
 *            how many of its bits count
 */
public record Network(byte[] prefix, int length) {
    private static final Pattern WRITTEN = Pattern.compile("([0-9a-fA-F:.]+)(?:/(\\d{1,3}))?");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

    /**
     * Reads a network as it is written.
     *
     * @throws IllegalArgumentException
     *             when it is none
     */
    public static Network of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException(written + " is no network such as 10.0.0.0/8 or fd00::/8");
        }
        byte[] prefix = literal(parts.group(1)).getAddress();
        int length = parts.group(2) == null ? prefix.length * 8 : Integer.parseInt(parts.group(2));
        if (length > prefix.length * 8) {
            throw new IllegalArgumentException(written + " counts more bits than its address has");
        }
        return new Network(prefix, length);
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((bytes[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Never asks a name server: only digits, colons and dots get here, and brackets keep Java from taking them for a name. */
    private static InetAddress literal(String digits) {
        try {
            return InetAddress.getByName(IPV4.matcher(digits).matches() ? digits : "[" + digits + "]");
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(digits + " is no address", e);
        }
    }
}
