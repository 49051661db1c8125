package org.isnad.article.capture;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long fetched documents wait. */
@ConfigMapping(prefix = "isnad.capture")
interface CaptureSettings {
    /** How long a fetched document, or the reason why there is none, is kept for somebody to confirm it. */
    @WithDefault("P14D")
    Duration keep();
}
