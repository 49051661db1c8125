package org.isnad.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.FetchFailed.Reason;
import org.isnad.kernel.outbound.OutboundRequest;

/**
 * No spelling, name or redirect leads to an address that is not public. Servers wait on loopback, on one port, which the policy here
 * allows: whatever got through would reach them.
 */
class ForbiddenAddressesTest {
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "127.0.0.2", "127.1.2.3", "127.255.255.254",
            "::1");
    private static final String PUBLIC = "93.184.216.34";

    private final World world = new World();
    private List<ForeignServer> traps = List.of();
    private List<HostileAddresses.Row> hostile = List.of();
    private TestSettings settings = TestSettings.strict();

    @BeforeEach
    void listen() throws IOException {
        traps = traps();
        int port = traps.get(0).port();
        settings = TestSettings.strict().onPorts(80, 443, port);
        hostile = HostileAddresses.all(port);
        world.name("localhost", "127.0.0.1", "::1").name("127.0.0.1.nip.example", "127.0.0.1")
                .name("metadata.internal.example", "169.254.169.254").name("example.org", PUBLIC).name("empty.example");
    }

    @AfterEach
    void nothingWasReached() throws IOException {
        world.close();
        for (ForeignServer trap : traps) {
            trap.close();
        }
        assertThat(traps).allSatisfy(trap -> assertThat(trap.connections()).isZero());
    }

    @Test
    void everyOneIsRefusedBeforeAnythingIsConnectedTo() {
        Fetcher fetcher = world.fetcher(settings);

        assertThat(hostile).hasSizeGreaterThan(800);
        for (HostileAddresses.Row row : hostile) {
            FetchFailed failed = failure(fetcher, row.address());
            assertThat(failed).as(row.address()).isNotNull().hasMessageMatching("\\P{Cc}{10,301}");
            assertThat(failed.reason()).as(row.address()).isEqualTo(row.reason());
            assertThat(failed.trace().requested()).isEqualTo(row.address());
            assertThat(failed.trace().exchanges()).isEmpty();
        }
        assertThat(world.dialled).isEmpty();
    }

    @Test
    void noRedirectLeadsThere() throws IOException {
        List<HostileAddresses.Row> targets = hostile.stream().filter(HostileAddresses.Row::canBeRedirectedTo).toList();
        ForeignServer redirecting = ForeignServer.answering((path, out) -> out.write(("HTTP/1.1 302 Found\r\nLocation: "
                + targets.get(Integer.parseInt(path.substring(1))).address() + "\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        world.server(PUBLIC, redirecting);
        Fetcher fetcher = world.fetcher(settings);

        assertThat(targets).hasSizeGreaterThan(700);
        for (int i = 0; i < targets.size(); i++) {
            FetchFailed failed = failure(fetcher, "http://example.org/" + i);
            assertThat(failed.reason()).as(targets.get(i).address()).isEqualTo(targets.get(i).reasonOfRedirect());
            assertThat(failed).hasMessageMatching("\\P{Cc}{10,301}");
            assertThat(failed.trace().redirects()).hasSize(1);
        }
        assertThat(world.dialled).hasSize(targets.size())
                .allSatisfy(dialled -> assertThat(dialled.getAddress().getHostAddress()).isEqualTo(PUBLIC));
    }

    /** The last of one to five redirects is the bad one, over one site or from name to name. */
    @Test
    void noChainOfRedirectsLeadsThere() throws IOException {
        int port = traps.get(0).port();
        List<String> ends = List.of("http://127.0.0.1:" + port + "/", "//127.1:" + port + "/",
                "http://localhost:" + port,
                "http://rebound.example:" + port + "/", "http://[::1]:" + port + "/", "file:///etc/passwd",
                "gopher://127.0.0.1:" + port + "/", "data:text/html,x", "http://mixed.example:" + port + "/",
                "//0x7f000001:" + port, "http://2130706433:" + port, "http://[::ffff:7f00:1]:" + port + "/");
        world.name("rebound.example", "127.0.0.1").name("mixed.example", PUBLIC, "10.0.0.1");
        for (int i = 1; i <= 5; i++) {
            world.name("hop" + i + ".example", PUBLIC);
        }
        // The path says which end and how many redirects are left.
        world.server(PUBLIC, ForeignServer.answering((path, out) -> {
            String[] parts = path.split("/");
            int left = Integer.parseInt(parts[2]);
            String next = "/" + parts[1] + "/" + (left - 1);
            String location = left == 1
                    ? ends.get(Integer.parseInt(parts[1]))
                    : left % 2 == 0 ? "http://hop" + left + ".example" + next : next;
            out.write(("HTTP/1.1 307 Temporary\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
        }));
        Fetcher fetcher = world.fetcher(settings);

        for (int end = 0; end < ends.size(); end++) {
            for (int length = 1; length <= 5; length++) {
                FetchFailed failed = failure(fetcher, "http://example.org/" + end + "/" + length);
                assertThat(failed.reason()).as(ends.get(end)).isIn(Reason.FORBIDDEN_ADDRESS, Reason.SCHEME);
                assertThat(failed.trace().redirects()).hasSize(length);
            }
        }
        assertThat(world.dialled).hasSize(ends.size() * 15)
                .allSatisfy(dialled -> assertThat(dialled.getAddress().getHostAddress()).isEqualTo(PUBLIC));
    }

    /** A name with one such address is refused, wherever in the answer that stands. */
    @Test
    void noNameLeadsThere() {
        List<String> addresses = Stream.concat(HostileAddresses.IPV4.stream(), HostileAddresses.IPV6.stream()).toList();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            world.name("alone" + i + ".example", addresses.get(i));
            world.name("first" + i + ".example", addresses.get(i), PUBLIC);
            world.name("last" + i + ".example", PUBLIC, "2606:4700::1111", addresses.get(i));
            names.addAll(List.of("alone" + i + ".example", "first" + i + ".example", "last" + i + ".example"));
        }
        Fetcher fetcher = world.fetcher(settings);

        assertThat(names).hasSizeGreaterThan(200).allSatisfy(name -> {
            FetchFailed failed = failure(fetcher, "http://" + name + ":" + traps.get(0).port() + "/");
            assertThat(failed.reason()).as(name).isEqualTo(Reason.FORBIDDEN_ADDRESS);
            assertThat(failed).hasMessageStartingWith(name + " is at ")
                    .hasMessageContaining("not on the public internet");
        });
        assertThat(world.dialled).isEmpty();
    }

    /** The name server answers with loopback the second time: nobody asks a second time. */
    @Test
    void aNameThatMovesIsAskedForOnce() throws IOException, FetchFailed {
        world.name("rebinding.example", PUBLIC).name("rebinding.example", "127.0.0.1");
        world.server(PUBLIC, ForeignServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
        Fetcher fetcher = world.fetcher(settings);
        String address = "http://rebinding.example:" + traps.get(0).port() + "/";

        assertThat(fetcher.fetch(OutboundRequest.page(address)).answer().connected().getHostAddress())
                .isEqualTo(PUBLIC);
        assertThat(world.lookedUp).containsExactly("rebinding.example");
        assertThat(world.dialled).hasSize(1);

        assertThat(failure(fetcher, address).reason()).isEqualTo(Reason.FORBIDDEN_ADDRESS);
        assertThat(world.dialled).hasSize(1);
    }

    /** Between a redirect and its target the name moves to loopback. */
    @Test
    void aNameThatMovesDuringRedirectsIsJudgedAgain() throws IOException {
        world.name("rebinding.example", PUBLIC).name("rebinding.example", "127.0.0.1");
        world.server(PUBLIC, ForeignServer
                .answering("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n"));

        FetchFailed failed = failure(world.fetcher(settings), "http://rebinding.example:" + traps.get(0).port() + "/");

        assertThat(failed.reason()).isEqualTo(Reason.FORBIDDEN_ADDRESS);
        assertThat(failed.trace().connected()).hasValueSatisfying(
                address -> assertThat(address.getHostAddress()).isEqualTo(PUBLIC));
        assertThat(world.lookedUp).hasSize(2);
    }

    private static FetchFailed failure(Fetcher fetcher, String address) {
        return catchThrowableOfType(FetchFailed.class, () -> fetcher.fetch(OutboundRequest.page(address)));
    }

    /** On the same port of several loopback addresses. */
    static List<ForeignServer> traps() throws IOException {
        List<ForeignServer> traps = new ArrayList<>();
        for (String address : LOOPBACK) {
            traps.add(ForeignServer.at(address, traps.isEmpty() ? 0 : traps.get(0).port(),
                    (path, out) -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret"
                            .getBytes(StandardCharsets.US_ASCII))));
        }
        return traps;
    }
}
