package org.isnad.platform.outbound;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

import javax.net.ssl.SSLSocket;

import org.apache.hc.core5.http.impl.io.SocketHolder;

/** A connection that keeps the bytes that pass through it, under TLS, since they are what a capture proves; not more than a limit. */
final class WireTap extends SocketHolder {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final int most;

    /**
     * @param most
     *            bytes that may be received
     */
    WireTap(Socket plain, int most) {
        super(plain);
        this.most = most;
    }

    WireTap(SSLSocket encrypted, Socket plain, int most) {
        super(encrypted, plain);
        this.most = most;
    }

    byte[] sent() {
        return sent.toByteArray();
    }

    byte[] received() {
        return received.toByteArray();
    }

    @Override
    protected InputStream getInputStream(Socket socket) throws IOException {
        return new FilterInputStream(super.getInputStream(socket)) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (received.size() >= most) {
                    throw new Full();
                }
                int count = super.read(bytes, offset, Math.min(length, most - received.size()));
                if (count > 0) {
                    received.write(bytes, offset, count);
                }
                return count;
            }
        };
    }

    @Override
    protected OutputStream getOutputStream(Socket socket) throws IOException {
        return new FilterOutputStream(super.getOutputStream(socket)) {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
                sent.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                sent.write(bytes, offset, length);
            }
        };
    }

    /** More came than anybody wants. */
    static final class Full extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
