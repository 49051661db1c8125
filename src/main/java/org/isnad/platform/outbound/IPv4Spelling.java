package org.isnad.platform.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IPv4 addresses in all the spellings of old that browsers and C libraries still read: 0x7f.1, 017700000001, 2130706433. */
final class IPv4Spelling {
    // Longer ones are too large whatever their digits, but for leading zeros, which nobody needs that many of.
    private static final Pattern PART = Pattern.compile("0x[0-9a-f]{0,16}|0[0-7]{0,20}|[1-9][0-9]{0,17}");

    private IPv4Spelling() {}

    /**
     * The address, by the WHATWG URL Standard's IPv4 parser; empty when the parts are no numbers or too large.
     *
     * @param host
     *            in lower case, without final dot
     */
    static Optional<InetAddress> read(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            // The last part fills all the bytes that are left.
            int bytes = i == parts.length - 1 ? 4 - i : 1;
            if (!PART.matcher(parts[i]).matches()) {
                return Optional.empty();
            }
            long value = value(parts[i]);
            if (value < 0 || value >= 1L << 8 * bytes) {
                return Optional.empty();
            }
            address = (address << 8 * bytes) + value;
        }
        return Optional.of(of(address));
    }

    private static long value(String part) {
        if (part.startsWith("0x")) {
            return part.length() == 2 ? 0 : Long.parseUnsignedLong(part.substring(2), 16);
        }
        return Long.parseLong(part, part.startsWith("0") ? 8 : 10);
    }

    private static InetAddress of(long address) {
        try {
            return InetAddress.getByAddress(new byte[]{(byte) (address >> 24), (byte) (address >> 16),
                    (byte) (address >> 8), (byte) address});
        } catch (UnknownHostException e) {
            throw new AssertionError("four bytes are an address", e);
        }
    }
}
