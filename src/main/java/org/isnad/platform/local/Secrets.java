package org.isnad.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of one local installation, made on its first start and kept in a file that only its owner can read. */
final class Secrets {
    /** 32 bytes: enough for every use, among them Quarkus's AES keys for state and session cookies (at least 32 characters). */
    private static final int BYTES = 32;

    private final Path file;
    private final Properties known = new Properties();

    Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                known.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The secret of this name; the first call makes it. */
    String get(String name) {
        var secret = known.getProperty(name);
        if (secret == null) {
            var bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            known.setProperty(name, secret);
            save();
        }
        return secret;
    }

    private void save() {
        var text = new StringBuilder(
                "# Passwords of this local installation. Anyone who reads this file can change its data.\n");
        known.stringPropertyNames().stream().sorted()
                .forEach(name -> text.append(name).append('=').append(known.getProperty(name)).append('\n'));
        try {
            PrivateFiles.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
