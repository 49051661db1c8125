package org.isnad.platform.outbound;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.isnad.kernel.outbound.OutboundLimits;

@ApplicationScoped
class ConfiguredLimits implements OutboundLimits {
    private final OutboundSettings settings;

    ConfiguredLimits(OutboundSettings settings) {
        this.settings = settings;
    }

    @Override
    public Duration time() {
        return settings.time();
    }

    @Override
    public long size() {
        return settings.size().asLongValue();
    }
}
