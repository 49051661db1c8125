package org.isnad.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Clock;

import org.junit.jupiter.api.Test;

import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.FetchFailed.Reason;
import org.isnad.kernel.outbound.Outbound;
import org.isnad.kernel.outbound.OutboundRequest;

/** With the machine's own name server and sockets, as the desk has it. */
class SafeOutboundTest {
    @Test
    void loopbackIsReachedByConfigurationOnly() throws IOException, FetchFailed {
        try (ForeignServer server = ForeignServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
            TestSettings strict = TestSettings.strict().onPorts(server.port());
            SafeOutbound closed = new SafeOutbound(strict, Clock.systemUTC());
            SafeOutbound open = new SafeOutbound(strict.allowing("127.0.0.0/8"), Clock.systemUTC());
            String address = "http://127.0.0.1:" + server.port() + "/";

            assertThat(reason(closed, address)).isEqualTo(Reason.FORBIDDEN_ADDRESS);
            assertThat(reason(closed, "http://localhost:" + server.port() + "/")).isEqualTo(Reason.FORBIDDEN_ADDRESS);
            assertThat(server.connections()).isZero();
            assertThat(open.get(OutboundRequest.page(address)).body()).asString().isEqualTo("ok");
            assertThat(reason(open, "http://name.invalid:" + server.port() + "/")).isEqualTo(Reason.UNKNOWN_HOST);

            closed.stop();
            open.stop();
        }
    }

    private static Reason reason(Outbound outbound, String address) {
        return catchThrowableOfType(FetchFailed.class, () -> outbound.get(OutboundRequest.page(address))).reason();
    }
}
