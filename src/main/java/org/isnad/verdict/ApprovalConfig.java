package org.isnad.verdict;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a decision on a verdict asks for. */
@ConfigMapping(prefix = "isnad.approval")
interface ApprovalConfig {
    /** How long ago the senior editor may have signed in; an older sign-in must be renewed first. */
    @WithDefault("PT8H")
    Duration signInAge();
}
