package org.isnad.platform.outbound;

import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of a self-made authority: what a server shows with it, and the trust in the authority. */
record TestCertificate(SSLContext server, SSLSocketFactory trust) {
    private static final char[] PASSWORD = "changeit".toCharArray();

    /**
     * @param names
     *            as in a certificate's subject alternative names: {@code dns:site.example,ip:192.0.2.1}
     * @param validity
     *            keytool's options for when it is valid
     */
    static TestCertificate of(Path folder, String names, String... validity) throws Exception {
        Path file = folder.resolve(names.replaceAll("\\W", "-") + validity.length + ".p12");
        make(file, "authority", List.of("-ext", "bc:c"));
        List<String> options = new ArrayList<>(List.of("-signer", "authority", "-ext", "san=" + names));
        options.addAll(List.of(validity));
        make(file, "tls", options);
        KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD);
        return new TestCertificate(server(keys), trust(keys));
    }

    private static void make(Path file, String alias, List<String> options) throws Exception {
        ProcessBuilder keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", alias, "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + alias,
                "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        keytool.command().addAll(options);
        if (keytool.start().waitFor() != 0) {
            throw new AssertionError("keytool made no certificate");
        }
    }

    private static SSLContext server(KeyStore keys) throws Exception {
        KeyStore shown = KeyStore.getInstance("PKCS12");
        shown.load(null, null);
        shown.setKeyEntry("tls", keys.getKey("tls", PASSWORD), PASSWORD, keys.getCertificateChain("tls"));
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(shown, PASSWORD);
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(own.getKeyManagers(), null, null);
        return server;
    }

    private static SSLSocketFactory trust(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", keys.getCertificate("authority"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext client = SSLContext.getInstance("TLS");
        client.init(null, trust.getTrustManagers(), null);
        return client.getSocketFactory();
    }
}
