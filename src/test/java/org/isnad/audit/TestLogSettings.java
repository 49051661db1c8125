package org.isnad.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The settings of a log of a test's own. */
record TestLogSettings(Path place, String origin) implements LogSettings {
    @Override
    public boolean enabled() {
        return false;
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
