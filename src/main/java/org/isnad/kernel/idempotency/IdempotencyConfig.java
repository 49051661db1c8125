package org.isnad.kernel.idempotency;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long answers are kept for those who repeat a request. */
@ConfigMapping(prefix = "isnad.idempotency")
interface IdempotencyConfig {
    /** After that time the same key stands for a new request. */
    @WithDefault("PT24H")
    Duration keep();
}
