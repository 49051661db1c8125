package org.isnad.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether somebody proved recently enough who they are for a decision that others rely on. */
@ApplicationScoped
public class RecentSignIn {
    private final Config config;
    private final Clock clock;

    RecentSignIn(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** What a decision asks for. */
    @ConfigMapping(prefix = "isnad.approval")
    interface Config {
        /** How long ago whoever decides may have signed in; an older sign-in must be renewed first. */
        @WithDefault("PT8H")
        Duration signInAge();
    }

    public boolean isOf(Actor actor) {
        Instant signedIn = actor.signedInAt();
        return signedIn != null && !signedIn.plus(config.signInAge()).isBefore(clock.instant());
    }
}
