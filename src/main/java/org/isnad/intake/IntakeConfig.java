package org.isnad.intake;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How a node goes through the lists. */
@ConfigMapping(prefix = "isnad.intake")
interface IntakeConfig {
    /** How many rows this node works on at once; 0: it leaves them to others. */
    @WithDefault("2")
    int threads();

    /** How long a row is one node's: after that time it is taken for broken off, and another begins it anew. */
    @WithDefault("PT5M")
    Duration lease();

    /** How often a row is begun at most, when it breaks off or something unforeseen happens. */
    @WithDefault("3")
    int attempts();

    /** How often a node looks for rows that others put in a list, or left. */
    @WithDefault("PT2S")
    Duration poll();

    /** How long a list and its report are kept after its end. */
    @WithDefault("P30D")
    Duration keep();
}
