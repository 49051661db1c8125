package org.isnad.platform.outbound;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.quarkus.runtime.configuration.MemorySize;

/** The policy's own defaults, but for limits that a test need not wait for. */
record TestSettings(Set<Integer> ports, Optional<List<Network>> alsoAllowed, Duration time, MemorySize size,
        RobotsPolicy robots, int atOnce)
        implements
            OutboundSettings {
    static TestSettings strict() {
        return new TestSettings(Set.of(80, 443), Optional.empty(), Duration.ofSeconds(10),
                new MemorySize(BigInteger.valueOf(10 << 20)), RobotsPolicy.UNATTENDED, 8);
    }

    TestSettings within(Duration shorter) {
        return new TestSettings(ports, alsoAllowed, shorter, size, robots, atOnce);
    }

    TestSettings upTo(int bytes) {
        return new TestSettings(ports, alsoAllowed, time, new MemorySize(BigInteger.valueOf(bytes)), robots, atOnce);
    }

    TestSettings onPorts(Integer... allowed) {
        return new TestSettings(Set.of(allowed), alsoAllowed, time, size, robots, atOnce);
    }

    TestSettings allowing(String network) {
        return new TestSettings(ports, Optional.of(List.of(Network.of(network))), time, size, robots, atOnce);
    }

    TestSettings robots(RobotsPolicy policy) {
        return new TestSettings(ports, alsoAllowed, time, size, policy, atOnce);
    }

    TestSettings atOnce(int places) {
        return new TestSettings(ports, alsoAllowed, time, size, robots, places);
    }

    @Override
    public int ratio() {
        return 100;
    }

    @Override
    public int redirects() {
        return 5;
    }

    @Override
    public String userAgent() {
        return "Isnad";
    }

    @Override
    public Optional<String> contact() {
        return Optional.of("https://newsroom.example/about");
    }
}
