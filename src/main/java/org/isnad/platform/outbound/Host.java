package org.isnad.platform.outbound;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.outbound.FetchFailed.Reason;

/**
 * The host of a web address as browsers understand it (WHATWG URL Standard, host parsing), so that no spelling of an address passes for
 * a name: escapes, full-width letters and dots, and IPv4 in decimal, octal, hexadecimal and short forms all become one.
 *
 * @param name
 *            in ASCII and lower case, without final dot; an address in its usual form, in brackets for IPv6
 * @param literal
 *            the address when the host is one; null for a name
 */
record Host(String name, @Nullable InetAddress literal) {
    private static final Pattern NAME = Pattern
            .compile("(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63})*");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]{2,45}]");
    private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");

    static Host of(String written) throws Refusal {
        if (written.startsWith("[")) {
            return ipv6(written);
        }
        String name = ascii(unescaped(written));
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        if (!NAME.matcher(name).matches()) {
            throw unreadable(written);
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (NUMBER.matcher(last).matches()) {
            InetAddress address = IPv4Spelling.read(name).orElseThrow(() -> unreadable(written));
            return new Host(address.getHostAddress(), address);
        }
        return new Host(name, null);
    }

    Optional<InetAddress> address() {
        return Optional.ofNullable(literal);
    }

    private static Host ipv6(String written) throws Refusal {
        if (!IPV6.matcher(written).matches()) {
            throw unreadable(written);
        }
        try {
            InetAddress address = InetAddress.getByName(written);
            if (address instanceof Inet4Address) {
                // Java makes one of what is mapped. Nobody needs that spelling to read a page.
                throw new Refusal(Reason.FORBIDDEN_ADDRESS,
                        written + " is IPv4 in IPv6 (" + address.getHostAddress() + "), which is not asked.");
            }
            return new Host("[" + address.getHostAddress() + "]", address);
        } catch (UnknownHostException e) {
            throw unreadable(written);
        }
    }

    private static String unescaped(String written) throws Refusal {
        ByteBuffer bytes = ByteBuffer.allocate(written.length() * 3);
        int at = 0;
        while (at < written.length()) {
            int character = written.codePointAt(at);
            if (character == '%') {
                if (at + 3 > written.length() || !HexFormat.isHexDigit(written.charAt(at + 1))
                        || !HexFormat.isHexDigit(written.charAt(at + 2))) {
                    throw unreadable(written);
                }
                bytes.put((byte) HexFormat.fromHexDigits(written, at + 1, at + 3));
                at += 3;
            } else {
                bytes.put(Character.toString(character).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(character);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw unreadable(written);
        }
    }

    private static String ascii(String name) throws Refusal {
        try {
            return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw unreadable(name);
        }
    }

    private static Refusal unreadable(String written) {
        return new Refusal(Reason.NOT_AN_ADDRESS, "\"" + written + "\" is no readable name or address of a server.");
    }
}
