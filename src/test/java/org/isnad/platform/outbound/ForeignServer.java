package org.isnad.platform.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server on loopback that answers whatever a test wants, well-behaved or not, and remembers who came. */
final class ForeignServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Answering answering;
    private final boolean listens;
    private final List<String> namesAsked = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    private ForeignServer(ServerSocket socket, Answering answering) {
        this(socket, answering, true);
    }

    private ForeignServer(ServerSocket socket, Answering answering, boolean listens) {
        this.socket = socket;
        this.listens = listens;
        this.answering = answering;
        Thread accepting = new Thread(this::accept, "foreign-server");
        accepting.setDaemon(true);
        accepting.start();
    }

    static ForeignServer at(String loopback, int port, Answering answering) throws IOException {
        return new ForeignServer(new ServerSocket(port, 50, loopback(loopback)), answering);
    }

    static ForeignServer answering(Answering answering) throws IOException {
        return at("127.0.0.1", 0, answering);
    }

    static ForeignServer answering(String answer) throws IOException {
        return answering(Answering.to(answer));
    }

    static ForeignServer encrypted(SSLContext certificate, String answer) throws IOException {
        return new ForeignServer(
                certificate.getServerSocketFactory().createServerSocket(0, 50, loopback("127.0.0.1")),
                Answering.to(answer));
    }

    /** Answers at once, whatever is sent. */
    static ForeignServer plain(String answer) throws IOException {
        return new ForeignServer(new ServerSocket(0, 50, loopback("127.0.0.1")), Answering.to(answer), false);
    }

    /** Accepts, and that is all. */
    static ForeignServer silent() throws IOException {
        return new ForeignServer(new ServerSocket(0, 50, loopback("127.0.0.1")), (path, out) -> Thread.sleep(60_000),
                false);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many connections were opened, whatever was sent over them. */
    int connections() {
        return connections.get();
    }

    /** The requests' heads, or an empty text for a connection on which none came. */
    List<String> asked() {
        return asked;
    }

    /** Server names that encrypted connections began with (SNI). */
    List<String> namesAsked() {
        return namesAsked;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }

    private static InetAddress loopback(String address) throws IOException {
        InetAddress loopback = InetAddress.getByName(address);
        if (!loopback.isLoopbackAddress()) {
            throw new IllegalArgumentException(address + " is seen by others");
        }
        return loopback;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                open.add(connection);
                Thread answer = new Thread(() -> answer(connection), "foreign-answer");
                answer.setDaemon(true);
                answer.start();
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            String head = listens ? head(connection.getInputStream()) : "";
            asked.add(head);
            noteName(connection);
            answering.answer(head.isEmpty() ? "" : head.split(" ")[1], connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (IOException | InterruptedException e) {
            // The other side had enough, which is what most tests are about.
        } finally {
            open.remove(connection);
        }
    }

    private void noteName(Socket connection) {
        if (connection instanceof SSLSocket encrypted
                && encrypted.getSession() instanceof ExtendedSSLSession session) {
            session.getRequestedServerNames().forEach(name -> namesAsked.add(((SNIHostName) name).getAsciiName()));
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                return head.toString();
            }
            head.append((char) b);
        }
        return head.toString();
    }

    /** Writes an answer; returning ends the connection. */
    @FunctionalInterface
    interface Answering {
        void answer(String path, OutputStream out) throws IOException, InterruptedException;

        static Answering to(String answer) {
            return (path, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
