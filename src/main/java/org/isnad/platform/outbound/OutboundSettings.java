package org.isnad.platform.outbound;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The policy for asking foreign servers. */
@ConfigMapping(prefix = "isnad.outbound")
interface OutboundSettings {
    @WithDefault("80,443")
    Set<Integer> ports();

    /** Networks that may be asked although they are not public: an archive inside the house, or loopback in a test. */
    Optional<List<Network>> alsoAllowed();

    /** For everything together: names, connections, redirects, the last byte. */
    @WithDefault("PT20S")
    Duration time();

    /** Of one answer, unpacked. */
    @WithDefault("10M")
    MemorySize size();

    /** How many times larger than its packed form an answer may be, once it is larger than {@link Unpacking#HARMLESS}. */
    @WithDefault("100")
    int ratio();

    @WithDefault("5")
    int redirects();

    /** How many fetches may run at the same time; one more waits, at the cost of its own time. */
    @WithDefault("4")
    int atOnce();

    /** A product name (RFC 9110, 10.1.5); robots.txt is read for its first word. */
    @WithDefault("Isnad")
    String userAgent();

    /** Where whoever runs a server can find or write to those who ask it: an address of a page or of a mailbox. */
    Optional<String> contact();

    @WithDefault("unattended")
    RobotsPolicy robots();

    /** Whose requests keep to robots.txt. */
    enum RobotsPolicy {
        /** Those that no person waits for. A person who opens one page is no crawler (RFC 9309, 1). */
        UNATTENDED,
        /** All. */
        ALWAYS,
        /** None. */
        NEVER
    }
}
