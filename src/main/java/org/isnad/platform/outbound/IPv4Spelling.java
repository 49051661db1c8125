package org.isnad.platform.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IPv4 addresses in all the spellings of old that browsers and C libraries still read: 0x7f.1, 017700000001, 2130706433. */
final class IPv4Spelling {
    private static final Pattern PART = Pattern.compile("0x[0-9a-f]*|0[0-7]*|[1-9][0-9]*");
    /** 2³² has as many in octal; a number with more is too large in any base. */
    private static final int MOST_DIGITS = 11;

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
            if (value >= 1L << 8 * bytes) {
                return Optional.empty();
            }
            address = (address << 8 * bytes) + value;
        }
        return Optional.of(of(address));
    }

    private static long value(String part) {
        int base = part.startsWith("0x") ? 16 : part.startsWith("0") ? 8 : 10;
        String digits = part.replaceFirst("^0x?0*", "");
        if (digits.isEmpty()) {
            return 0;
        }
        return digits.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits, base);
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
