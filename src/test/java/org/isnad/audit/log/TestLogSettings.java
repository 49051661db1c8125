package org.isnad.audit.log;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The settings of a log of a test's own. */
public record TestLogSettings(Path place, String origin, boolean enabled, Map<String, Witness> witness)
        implements
            LogSettings {
    public TestLogSettings(Path place, String origin) {
        this(place, origin, false);
    }

    public TestLogSettings(Path place, String origin, boolean enabled) {
        this(place, origin, enabled, Map.of());
    }

    public TestLogSettings(Path place, String origin, Map<String, Witness> witness) {
        this(place, origin, false, witness);
    }

    /** A witness's settings; null where one is not set. */
    public static Witness witness(String to, @Nullable String key, @Nullable String every) {
        return new Witness() {
            @Override
            public String to() {
                return to;
            }

            @Override
            public Optional<String> key() {
                return Optional.ofNullable(key);
            }

            @Override
            public Optional<Duration> every() {
                return Optional.ofNullable(every).map(Duration::parse);
            }
        };
    }

    @Override
    public Optional<Path> dir() {
        return Optional.of(place);
    }

    @Override
    public String check() {
        return "off";
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(100);
    }
}
