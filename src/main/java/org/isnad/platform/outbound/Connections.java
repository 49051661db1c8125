package org.isnad.platform.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.List;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import org.isnad.kernel.outbound.FetchFailed.Reason;

/** Opens connections to addresses that were judged; the name only serves the certificate (RFC 9110, 4.3.4) and SNI. */
final class Connections {
    /** A name with a hundred addresses that do not answer must not use up all the time. */
    private static final int TRIED = 4;

    private final Dialer dialer;
    private final SSLSocketFactory certificates;

    Connections(Dialer dialer, SSLSocketFactory certificates) {
        this.dialer = dialer;
        this.certificates = certificates;
    }

    /** Connects to the first of the addresses that answers. */
    Opened open(List<InetAddress> addresses, int port, Deadline deadline) throws Refusal {
        List<InetAddress> tried = addresses.subList(0, Math.min(TRIED, addresses.size()));
        String last = "";
        for (int i = 0; i < tried.size(); i++) {
            // Without this a SOCKS proxy of the system properties would be asked.
            Socket socket = new Socket(Proxy.NO_PROXY);
            deadline.watch(socket);
            try {
                dialer.dial(socket, new InetSocketAddress(tried.get(i), port),
                        deadline.left() / (tried.size() - i) + 1);
                socket.setSoTimeout(deadline.left());
                return new Opened(socket, tried.get(i));
            } catch (IOException e) {
                close(socket);
                last = tried.get(i).getHostAddress() + ": " + e.getMessage();
            }
        }
        deadline.left();
        throw new Refusal(Reason.CONNECTION, "No connection to port " + port + " of " + last + ".");
    }

    /** The same connection, encrypted, when the server can prove that it is the host. */
    SSLSocket encrypted(Socket connection, Host host, Deadline deadline) throws Refusal {
        try {
            String name = host.name().replaceAll("[\\[\\]]", "");
            SSLSocket socket = (SSLSocket) certificates.createSocket(connection, name, connection.getPort(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (SSLException e) {
            deadline.left();
            throw new Refusal(Reason.TLS,
                    "No trustworthy encrypted connection to " + host.name() + ": " + e.getMessage());
        } catch (IOException e) {
            deadline.left();
            throw new Refusal(Reason.CONNECTION, host.name() + " broke the connection off: " + e.getMessage());
        }
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing more is expected of it.
        }
    }

    /**
     * A connection.
     *
     * @param address
     *            the one that was judged and then connected to
     */
    record Opened(Socket socket, InetAddress address) {}

    /** Connects a socket; a test lets public addresses lead to a server of its own. */
    @FunctionalInterface
    interface Dialer {
        void dial(Socket socket, InetSocketAddress address, int milliseconds) throws IOException;
    }
}
