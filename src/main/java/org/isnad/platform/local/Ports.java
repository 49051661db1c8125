package org.isnad.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Loopback ports: whether one is free, and which one could be. */
final class Ports {
    private Ports() {}

    /** Refuses a port that someone listens on, naming the setting that changes it. */
    static void mustBeFree(int port, String whose, String setting) {
        if (!isFree(port)) {
            throw new LocalStackException("Port " + port + " for " + whose + " is taken by another program. "
                    + "Stop that program, or choose another port with -D" + setting + "=…");
        }
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // As the servers do it: a connection of a past run that is still closing does not make a port taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static int anyFree() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
