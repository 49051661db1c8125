package org.isnad.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import org.eclipse.microprofile.config.Config;

/**
 * Where the local servers live and listen. Read before the application's own configuration exists, so no config mapping.
 *
 * @param data
 *            what must survive: databases, secrets, logs
 * @param servers
 *            where the unpacked server programs lie; shared by several data folders
 * @param config
 *            the folder with {@code realm.json}
 * @param host
 *            name under which a browser on this machine reaches the application and Keycloak
 */
public record LocalSettings(Path data, Path servers, Path config, String host, int applicationPort, int keycloakPort,
        int postgresPort) {

    static final String DATA = "isnad.local.dir";
    static final String SERVERS = "isnad.local.servers-dir";
    static final String CONFIG = "isnad.local.config-dir";
    static final String APPLICATION_PORT = "quarkus.http.port";
    static final String KEYCLOAK_PORT = "isnad.local.keycloak-port";
    static final String POSTGRES_PORT = "isnad.local.postgres-port";

    public LocalSettings {
        data = data.toAbsolutePath().normalize();
        servers = servers.toAbsolutePath().normalize();
        config = config.toAbsolutePath().normalize();
    }

    public static LocalSettings from(Config config) {
        return new LocalSettings(path(config, DATA, ".local/data"), path(config, SERVERS, ".local"),
                path(config, CONFIG, "config"), "localhost", port(config, APPLICATION_PORT, 8080),
                port(config, KEYCLOAK_PORT, 8180), port(config, POSTGRES_PORT, 5433));
    }

    public String applicationUrl() {
        return "http://" + host + ":" + applicationPort;
    }

    public String keycloakUrl() {
        return "http://" + host + ":" + keycloakPort;
    }

    /** The newest Keycloak that the build unpacked. */
    Path keycloakProgram() {
        try (var folders = Files.list(servers)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("bin/kc.sh")))
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> missingKeycloak());
        } catch (java.nio.file.NoSuchFileException e) {
            throw missingKeycloak();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalStackException missingKeycloak() {
        return new LocalStackException(
                "No Keycloak in " + servers + ". The build (./mvnw package) unpacks it into .local/; "
                        + "name that folder with " + SERVERS + ".");
    }

    private static Path path(Config config, String name, String otherwise) {
        return Path.of(config.getOptionalValue(name, String.class).orElse(otherwise));
    }

    private static int port(Config config, String name, int otherwise) {
        return config.getOptionalValue(name, Integer.class).orElse(otherwise);
    }
}
