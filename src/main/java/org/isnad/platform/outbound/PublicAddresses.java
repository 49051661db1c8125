package org.isnad.platform.outbound;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Tells which addresses are on the public internet: all of IPv4 but the special ranges, and of IPv6 what is assigned as global unicast
 * (2000::/3) but the special ranges in it. Source: IANA's special-purpose address registries (RFC 6890 and what updated it) and the
 * multicast and reserved blocks. Some of these ranges are reachable from everywhere; no page lies there, so they are refused too.
 */
final class PublicAddresses {
    private static final Network GLOBAL_UNICAST = Network.of("2000::/3");
    private static final List<Special> SPECIAL = List.of(
            special("0.0.0.0/8", "this host"),
            special("10.0.0.0/8", "private"),
            special("100.64.0.0/10", "shared by a carrier's customers"),
            special("127.0.0.0/8", "loopback"),
            special("169.254.0.0/16", "link-local"),
            special("172.16.0.0/12", "private"),
            special("192.0.0.0/24", "for protocols"),
            special("192.0.2.0/24", "for documentation"),
            special("192.31.196.0/24", "for AS112"),
            special("192.52.193.0/24", "for multicast tunnels"),
            special("192.88.99.0/24", "for 6to4 relays"),
            special("192.168.0.0/16", "private"),
            special("192.175.48.0/24", "for AS112"),
            special("198.18.0.0/15", "for benchmarks"),
            special("198.51.100.0/24", "for documentation"),
            special("203.0.113.0/24", "for documentation"),
            special("224.0.0.0/4", "multicast"),
            special("240.0.0.0/4", "reserved"),
            // In nobody's registry: inside Azure it answers with the machine's own configuration.
            special("168.63.129.16/32", "a cloud's own"),
            special("::/128", "unspecified"),
            special("::1/128", "loopback"),
            special("::/96", "IPv4 in IPv6"),
            special("::ffff:0:0:0/96", "IPv4 in IPv6"),
            special("64:ff9b::/96", "IPv4 through NAT64"),
            special("64:ff9b:1::/48", "IPv4 through NAT64"),
            special("100::/64", "discarded"),
            special("2001::/32", "IPv4 through Teredo"),
            special("2001::/23", "for protocols"),
            special("2001:db8::/32", "for documentation"),
            special("2002::/16", "IPv4 through 6to4"),
            special("2620:4f:8000::/48", "for AS112"),
            special("3fff::/20", "for documentation"),
            special("5f00::/16", "for segment routing"),
            special("fc00::/7", "private"),
            special("fe80::/10", "link-local"),
            special("fec0::/10", "private"),
            special("ff00::/8", "multicast"));

    private final List<Network> alsoAllowed;

    PublicAddresses(List<Network> alsoAllowed) {
        this.alsoAllowed = List.copyOf(alsoAllowed);
    }

    /** Why the address may not be connected to, in words that follow its name: "loopback"; empty when it may. */
    Optional<String> objection(InetAddress address) {
        if (alsoAllowed.stream().anyMatch(network -> network.contains(address))) {
            return Optional.empty();
        }
        return SPECIAL.stream().filter(special -> special.network.contains(address)).map(Special::use).findFirst()
                .or(() -> isIPv6(address) && !GLOBAL_UNICAST.contains(address)
                        ? Optional.of("not assigned")
                        : Optional.empty());
    }

    private static boolean isIPv6(InetAddress address) {
        return address.getAddress().length == 16;
    }

    private static Special special(String network, String use) {
        return new Special(Network.of(network), use);
    }

    private record Special(Network network, String use) {}
}
