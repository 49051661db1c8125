package org.isnad.assignment;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How assignments behave where nobody says otherwise. */
@ConfigMapping(prefix = "isnad.assignment")
interface AssignmentConfig {
    /** How long whoever takes a claim has for it. */
    @WithDefault("P2D")
    Duration due();
}
