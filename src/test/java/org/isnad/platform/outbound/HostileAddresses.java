package org.isnad.platform.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.isnad.kernel.outbound.FetchFailed.Reason;

/** Addresses that must never be asked, as an attacker would write them. */
final class HostileAddresses {
    /** The first and the last address of each range that is not public, and some in between. */
    static final List<String> IPV4 = List.of("0.0.0.0", "0.255.255.255", "10.0.0.0", "10.11.12.13", "10.255.255.255",
            "100.64.0.0", "100.127.255.255", "127.0.0.1", "127.0.0.2", "127.1.2.3", "127.255.255.254", "169.254.0.0",
            "169.254.169.254", "169.254.255.255", "172.16.0.0", "172.31.255.255", "192.0.0.0", "192.0.0.255",
            "192.0.2.1",
            "192.88.99.1", "192.168.0.0", "192.168.1.1", "192.168.255.255", "198.18.0.0", "198.19.255.255",
            "198.51.100.7", "203.0.113.7", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255");

    static final List<String> IPV6 = List.of("::", "::1", "::2", "::ffff:ffff", "::7f00:1", "::ffff:0:7f00:1",
            "64:ff9b::", "64:ff9b::7f00:1", "64:ff9b::ffff:ffff", "64:ff9b:1::", "64:ff9b:1:ffff:ffff:ffff:7f00:1",
            "100::", "100::ffff:ffff:ffff:ffff", "100:0:0:1::1", "1fff::1", "2001::",
            "2001:0:4136:e378:8000:63bf:3fff:fdd2",
            "2001:1::1", "2001:2::1", "2001:3::1", "2001:4:112::1", "2001:10::1", "2001:20::1", "2001:30::1",
            "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
            "2002::", "2002:7f00:1::", "2002:c0a8:101::1", "2620:4f:8000::1", "3fff::1", "3fff:fff::1", "4000::1",
            "5f00::1", "8000::1", "fc00::", "fd00::1", "fd00:ec2::254", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
            "fe00::1", "fe80::", "fe80::1", "febf:ffff::1", "fec0::1", "feff:ffff::1", "ff00::1", "ff02::1", "ff0e::1",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");

    private static final List<Function<int[], String>> SPELLINGS = List.of(
            b -> "%d.%d.%d.%d".formatted(b[0], b[1], b[2], b[3]),
            b -> "%d.%d.%d.%d.".formatted(b[0], b[1], b[2], b[3]),
            b -> "%d.%d.%d".formatted(b[0], b[1], b[2] << 8 | b[3]),
            b -> "%d.%d".formatted(b[0], b[1] << 16 | b[2] << 8 | b[3]),
            b -> "%d".formatted(number(b)),
            b -> "0x%x".formatted(number(b)),
            b -> "0%o".formatted(number(b)),
            b -> "0x%x.0x%X.0x%x.0x%X".formatted(b[0], b[1], b[2], b[3]),
            b -> "0%o.0%o.0%o.0%o".formatted(b[0], b[1], b[2], b[3]),
            b -> "0x%02x.0%o.%d".formatted(b[0], b[1], b[2] << 8 | b[3]),
            b -> "0000%o.0x0000%x".formatted(b[0], b[1] << 16 | b[2] << 8 | b[3]),
            b -> wide("%d.%d.%d.%d".formatted(b[0], b[1], b[2], b[3])),
            b -> "%d\u3002%d\uFF0E%d\uFF61%d".formatted(b[0], b[1], b[2], b[3]),
            b -> escaped("%d.%d.%d.%d".formatted(b[0], b[1], b[2], b[3])),
            b -> "[::ffff:%d.%d.%d.%d]".formatted(b[0], b[1], b[2], b[3]),
            b -> "[::FFFF:%x:%x]".formatted(b[0] << 8 | b[1], b[2] << 8 | b[3]),
            b -> "[::%d.%d.%d.%d]".formatted(b[0], b[1], b[2], b[3]),
            b -> "[64:ff9b::%d.%d.%d.%d]".formatted(b[0], b[1], b[2], b[3]),
            b -> "[64:ff9b:1::%x:%x]".formatted(b[0] << 8 | b[1], b[2] << 8 | b[3]),
            b -> "[2002:%x:%x::1]".formatted(b[0] << 8 | b[1], b[2] << 8 | b[3]),
            b -> "[2001:0:4136:e378:8000:63bf:%x:%x]".formatted(~(b[0] << 8 | b[1]) & 0xFFFF,
                    ~(b[2] << 8 | b[3]) & 0xFFFF));

    private HostileAddresses() {}

    static List<Row> all(int port) {
        return Stream.of(written(port), generated(port)).flatMap(List::stream).toList();
    }

    private static List<Row> generated(int port) {
        List<Row> rows = new ArrayList<>();
        for (String address : IPV4) {
            byte[] bytes = World.address(address).getAddress();
            int[] parts = IntStream.range(0, 4).map(i -> bytes[i] & 0xFF).toArray();
            SPELLINGS.forEach(spelling -> rows.add(forbidden(spelling.apply(parts), port)));
        }
        IPV6.forEach(address -> {
            InetAddress whole = World.address(address);
            rows.add(forbidden("[" + address + "]", port));
            rows.add(forbidden("[" + whole.getHostAddress() + "]", port));
        });
        return rows;
    }

    private static List<Row> written(int port) {
        try (var in = HostileAddresses.class.getResourceAsStream("hostile-addresses.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" ", 2)).map(parts -> new Row(Reason.valueOf(parts[0]),
                            unescaped(parts[1]).replace("{port}", Integer.toString(port))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row forbidden(String host, int port) {
        return new Row(Reason.FORBIDDEN_ADDRESS, "http://" + host + ":" + port + "/");
    }

    private static long number(int[] bytes) {
        return (long) bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
    }

    private static String wide(String digits) {
        return digits.chars().map(c -> c == '.' ? c : c + 0xFEE0).collect(StringBuilder::new,
                StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static String escaped(String digits) {
        return digits.chars().mapToObj("%%%02x"::formatted).reduce("", String::concat);
    }

    private static String unescaped(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) != '\\') {
                text.append(line.charAt(i));
                continue;
            }
            i++;
            switch (line.charAt(i)) {
                case 'u' -> {
                    text.append((char) Integer.parseInt(line.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                case 't' -> text.append('\t');
                case 'r' -> text.append('\r');
                case 'n' -> text.append('\n');
                default -> text.append(line.charAt(i));
            }
        }
        return text.toString();
    }

    /** An address and why it is refused. */
    record Row(Reason reason, String address) {
        /** Whether it can be written into a header, and is not just a path there. */
        boolean canBeRedirectedTo() {
            return address.matches("(?i)[a-z][a-z0-9+.-]*:[^\\p{Cc}\\p{Cs}]*");
        }

        Reason reasonOfRedirect() {
            return reason == Reason.NOT_AN_ADDRESS ? Reason.BAD_REDIRECT : reason;
        }
    }
}
