package org.isnad.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

import org.isnad.platform.local.LocalSettings;
import org.isnad.platform.local.LocalStack;

/** Runs PostgreSQL and Keycloak for the tests of one run; see {@link IsnadTest}. */
public class LocalServers implements QuarkusTestResourceLifecycleManager {
    /** Prefix of the settings that tell tests what only the servers know. */
    static final String PREFIX = "isnad.test.";
    private static final Path DATA = Path.of(System.getProperty("isnad.test.dir", ".local/test"));

    private @Nullable LocalStack stack;
    private @Nullable HttpServer site;

    @Override
    public Map<String, String> start() {
        try {
            Files.createDirectories(DATA);
            var ports = ports();
            var settings = new LocalSettings(DATA, Path.of(".local"), Path.of("config"), "localhost",
                    ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class),
                    ports.get("keycloak"),
                    ports.get("postgres"));
            var started = new LocalStack(settings, line -> System.err.println("[local servers] " + line));
            stack = started;
            // Whoever changed an account and was killed before changing it back left this behind.
            var unfinished = DATA.resolve("unfinished");
            started.startEmpty(Files.exists(unfinished));
            Files.writeString(unfinished, "A test run is under way, or was killed.\n");
            var properties = new HashMap<>(started.properties());
            properties.put(PREFIX + "keycloak.url", settings.keycloakUrl());
            properties.put(PREFIX + "keycloak.admin", started.secret("keycloak.admin"));
            properties.put(PREFIX + "newsroom-bot", started.secret("client.newsroom-bot"));
            HttpServer foreign = ForeignSite.start();
            site = foreign;
            properties.put(ForeignSite.PORT, String.valueOf(foreign.getAddress().getPort()));
            properties.put("isnad.outbound.also-allowed", "127.0.0.1/32");
            properties.put("isnad.outbound.ports", "80,443," + foreign.getAddress().getPort());
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (site != null) {
            site.stop(0);
        }
        if (stack == null) {
            return;
        }
        if (Boolean.getBoolean("isnad.test.keep")) {
            stack.leaveRunning();
        } else {
            stack.stop();
        }
        try {
            Files.deleteIfExists(DATA.resolve("unfinished"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Free ones, the same in every run: the realm, which holds addresses, need not be imported again. */
    private static Map<String, Integer> ports() throws IOException {
        var file = DATA.resolve("ports.properties");
        var ports = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                ports.load(reader);
            }
        }
        if (ports.isEmpty() || taken(ports, "keycloak", "keycloak/keycloak.pid")
                || taken(ports, "postgres", "postgres/cluster/postmaster.pid")) {
            ports.setProperty("keycloak", String.valueOf(LocalStack.freePort()));
            ports.setProperty("postgres", String.valueOf(LocalStack.freePort()));
            try (var writer = Files.newBufferedWriter(file)) {
                ports.store(writer, null);
            }
        }
        return Map.of("keycloak", Integer.valueOf(ports.getProperty("keycloak")), "postgres",
                Integer.valueOf(ports.getProperty("postgres")));
    }

    /** Whether somebody else has come to use a port since the last run; a process file says that it may be us. */
    private static boolean taken(Properties ports, String server, String processFile) {
        return !Files.exists(DATA.resolve(processFile))
                && !LocalStack.isFree(Integer.parseInt(ports.getProperty(server)));
    }
}
