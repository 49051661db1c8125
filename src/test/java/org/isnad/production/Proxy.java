package org.isnad.production;

import static org.isnad.production.ComposeFile.DOCKER;
import static org.isnad.production.ComposeFile.text;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

import org.isnad.platform.local.LocalStack;

/** nginx with the very files of {@code docker/proxy}; only ports, folders and the certificate are this machine's. */
final class Proxy implements AutoCloseable {
    static final String DESK = "facts.newsroom.example";
    static final String LOGIN = "login.newsroom.example";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** As root, nginx would hand the work to an account that cannot enter the test's folder. */
    private static final String GLOBAL = "daemon off;"
            + ("root".equals(System.getProperty("user.name")) ? " user root;" : "");
    private static final char[] PASSWORD = "throw-away".toCharArray();

    private final Path folder;
    private final SSLContext tls;
    private final Process nginx;
    final int http = LocalStack.freePort();
    final int https = LocalStack.freePort();

    /**
     * @param desk
     *            the application's address
     * @param keycloak
     *            Keycloak's address
     * @param administrators
     *            the network that may reach Keycloak's administration
     */
    Proxy(Path program, Path folder, String desk, String keycloak, String administrators)
            throws IOException, GeneralSecurityException, InterruptedException {
        this.folder = folder;
        this.tls = certificate();
        var values = Map.of("ISNAD_HOST", DESK, "ISNAD_LOGIN_HOST", LOGIN, "ISNAD_APP", desk, "ISNAD_KEYCLOAK",
                keycloak, "ISNAD_ADMIN_NETWORK", administrators);
        var site = text(DOCKER.resolve("proxy/isnad.conf.template"));
        for (var value : values.entrySet()) {
            site = site.replace("${" + value.getKey() + "}", value.getValue());
        }
        var main = folder.resolve("nginx.conf");
        Files.writeString(folder.resolve("isnad.conf"), here(site));
        Files.writeString(main, here(text(DOCKER.resolve("proxy/nginx.conf"))));
        this.nginx = new ProcessBuilder(program.toString(), "-c", main.toString(), "-g", GLOBAL)
                .redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile()).start();
        await();
    }

    private String here(String configuration) {
        return configuration.replace("/tmp/", folder + "/")
                .replace("listen 127.0.0.1:8081", "listen 127.0.0.1:" + LocalStack.freePort())
                .replace("listen 8080", "listen 127.0.0.1:" + http).replace("listen 8443", "listen 127.0.0.1:" + https)
                .replace("/etc/nginx/tls", folder.toString())
                .replace("/dev/stdout", folder.resolve("access").toString())
                .replace("/dev/stderr", folder.resolve("errors").toString());
    }

    private void await() throws IOException, InterruptedException {
        var begin = System.nanoTime();
        while (!listens()) {
            if (nginx.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new AssertionError("nginx did not start: " + text(folder.resolve("output")));
            }
        }
    }

    private boolean listens() {
        try (var probe = new Socket(InetAddress.getLoopbackAddress(), https)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends one request as it stands; a real client would tidy its path. Returns the whole answer, or nothing if there is none. */
    String secure(String host, String request) throws IOException {
        try (var socket = (SSLSocket) tls.getSocketFactory().createSocket()) {
            var parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(host, new byte[]{127, 0, 0, 1}),
                    https), (int) PATIENCE.toMillis());
            return exchange(socket, host, request);
        }
    }

    String plain(String host, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), http)) {
            return exchange(socket, host, request);
        }
    }

    private static String exchange(Socket socket, String host, String request) throws IOException {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        var lines = request.lines().toList();
        var head = new StringBuilder(lines.get(0)).append(" HTTP/1.1\r\nHost: ").append(host)
                .append("\r\nConnection: close\r\n");
        lines.stream().skip(1).forEach(line -> head.append(line).append("\r\n"));
        socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    String accessLog() {
        return text(folder.resolve("access"));
    }

    /** A self-made certificate for both names, and the trust in it. */
    private SSLContext certificate() throws IOException, GeneralSecurityException, InterruptedException {
        var file = folder.resolve("tls.p12");
        var made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "tls", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2", "-dname",
                "CN=" + DESK, "-ext", "san=dns:" + DESK + ",dns:" + LOGIN, "-storetype", "PKCS12", "-keystore",
                file.toString(), "-storepass", new String(PASSWORD)).inheritIO().start();
        if (made.waitFor() != 0) {
            throw new AssertionError("keytool made no certificate");
        }
        var keys = KeyStore.getInstance(file.toFile(), PASSWORD);
        var certificate = keys.getCertificate("tls");
        Files.writeString(folder.resolve("fullchain.pem"), pem("CERTIFICATE", certificate.getEncoded()));
        Files.writeString(folder.resolve("privkey.pem"),
                pem("PRIVATE KEY", keys.getKey("tls", PASSWORD).getEncoded()));
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("tls", certificate);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.UTF_8))
                .encodeToString(content) + "\n-----END " + what + "-----\n";
    }

    @Override
    public void close() {
        nginx.destroy();
        try {
            if (!nginx.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                nginx.destroyForcibly();
            }
        } catch (InterruptedException e) {
            nginx.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
