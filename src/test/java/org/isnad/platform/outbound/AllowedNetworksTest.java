package org.isnad.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.FetchFailed.Reason;
import org.isnad.kernel.outbound.OutboundRequest;

/** What the operator allows is reached, and only that; so the servers of {@link ForbiddenAddressesTest} would have noticed. */
class AllowedNetworksTest {
    @Test
    void loopbackIsReachedWhenTheSettingsSaySo() throws IOException, FetchFailed {
        List<ForeignServer> servers = ForbiddenAddressesTest.traps();
        int port = servers.get(0).port();
        try (World world = new World()) {
            Fetcher four = world.fetcher(TestSettings.strict().onPorts(port).allowing("127.0.0.0/8"));
            Fetcher six = world.fetcher(TestSettings.strict().onPorts(port).allowing("::1"));

            for (String host : List.of("127.0.0.1", "127.2", "0x7f.1.2.3", "2147483646")) {
                assertThat(four.fetch(OutboundRequest.page("http://" + host + ":" + port)).body()).hasSize(6);
            }
            assertThat(six.fetch(OutboundRequest.page("http://[::1]:" + port)).body()).hasSize(6);

            assertThat(failure(four, "http://[::1]:" + port).reason()).isEqualTo(Reason.FORBIDDEN_ADDRESS);
            assertThat(failure(four, "http://[::ffff:127.0.0.1]:" + port).reason()).isEqualTo(Reason.FORBIDDEN_ADDRESS);
            assertThat(failure(four, "http://10.0.0.1:" + port).reason()).isEqualTo(Reason.FORBIDDEN_ADDRESS);
            assertThat(failure(six, "http://127.0.0.1:" + port).reason()).isEqualTo(Reason.FORBIDDEN_ADDRESS);
            assertThat(servers).allSatisfy(server -> assertThat(server.connections()).isEqualTo(1));
        } finally {
            for (ForeignServer server : servers) {
                server.close();
            }
        }
    }

    @Test
    void networksAreReadStrictly() {
        assertThat(Network.of("10.0.0.0/8").contains(World.address("10.255.0.1"))).isTrue();
        assertThat(Network.of("10.0.0.0/8").contains(World.address("11.0.0.0"))).isFalse();
        assertThat(Network.of("fd00::/8").contains(World.address("fdff::1"))).isTrue();
        assertThat(Network.of("192.0.2.1").contains(World.address("192.0.2.2"))).isFalse();
        assertThat(Network.of("0.0.0.0/0").contains(World.address("::1"))).isFalse();
        for (String wrong : List.of("", "localhost", "10.0.0.0/33", "::1/129", "10.0.0/8", "10.0.0.0/", "10.0.0.0/-1",
                "300.1.1.1", "::g", "1:2", "010.0.0.1.1")) {
            assertThatThrownBy(() -> Network.of(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static FetchFailed failure(Fetcher fetcher, String address) {
        return catchThrowableOfType(FetchFailed.class, () -> fetcher.fetch(OutboundRequest.page(address)));
    }
}
