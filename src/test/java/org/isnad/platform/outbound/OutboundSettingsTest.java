package org.isnad.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

/** Loopback and the like are allowed by configuration only, and what cannot be read is told at the start. */
class OutboundSettingsTest {
    @Test
    void byDefaultNothingIsAllowedButThePublicInternetOnTwoPorts() {
        OutboundSettings settings = settings(Map.of());

        assertThat(settings.alsoAllowed()).isEmpty();
        assertThat(settings.ports()).containsExactlyInAnyOrder(80, 443);
        assertThat(settings.time()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.size().asLongValue()).isEqualTo(10 << 20);
        assertThat(settings.redirects()).isEqualTo(5);
        assertThat(settings.robots()).isEqualTo(OutboundSettings.RobotsPolicy.UNATTENDED);
        assertThat(settings.contact()).isEmpty();
    }

    @Test
    void networksArePartOfThePolicy() {
        OutboundSettings settings = settings(
                Map.of("isnad.outbound.also-allowed", "127.0.0.0/8,::1", "isnad.outbound.ports",
                        "80,8080", "isnad.outbound.robots", "always"));

        assertThat(settings.alsoAllowed().orElseThrow()).hasSize(2)
                .anyMatch(network -> network.contains(World.address("::1")))
                .anyMatch(network -> network.contains(World.address("127.0.0.1")));
        assertThat(settings.ports()).containsExactlyInAnyOrder(80, 8080);
        assertThat(settings.robots()).isEqualTo(OutboundSettings.RobotsPolicy.ALWAYS);
    }

    @Test
    void whatIsNoNetworkIsTold() {
        assertThatThrownBy(() -> settings(Map.of("isnad.outbound.also-allowed", "intranet")))
                .isInstanceOf(ConfigValidationException.class).hasMessageContaining("isnad.outbound.also-allowed")
                .hasMessageContaining("intranet");
    }

    private static OutboundSettings settings(Map<String, String> given) {
        return new SmallRyeConfigBuilder().addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(given, "test", 100)).withMapping(OutboundSettings.class)
                .build().getConfigMapping(OutboundSettings.class);
    }
}
