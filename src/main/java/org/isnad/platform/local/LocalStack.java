package org.isnad.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * PostgreSQL and Keycloak as child processes of this one, on loopback only. What a past run left behind is taken over or
 * stopped; what belongs to somebody else is left alone and named.
 */
public final class LocalStack {
    private static final String DATABASE = "isnad";
    /** Owns the tables and migrates them; the application works as another role, which may not change what is history. */
    private static final String OWNER = "isnad_owner";
    /** Where the log's signer keeps its key and what it signed, which belong to one database. */
    private static final String LOG = "log";
    private static final String IDENTITIES = "keycloak";

    private final LocalSettings settings;
    private final Consumer<String> progress;
    private final Secrets secrets;
    private final PostgresServer postgres;
    private final KeycloakServer keycloak;
    private final ProcessMark owner;

    /**
     * @param progress
     *            told in short sentences what is being waited for
     * @throws LocalStackException
     *             when something is missing on this machine
     */
    public LocalStack(LocalSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
        try {
            Files.createDirectories(settings.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.secrets = new Secrets(settings.data().resolve("secrets.properties"));
        this.postgres = new PostgresServer(settings.data().resolve("postgres"),
                PostgresProgram.unpacked(settings.servers()),
                settings.postgresPort(), secrets);
        this.keycloak = new KeycloakServer(settings.data().resolve("keycloak"),
                new KeycloakProgram(settings.keycloakProgram()), settings.keycloakPort(), settings.keycloakUrl(),
                RealmFile.in(settings.config()), keycloakEnvironment());
        this.owner = new ProcessMark(settings.data().resolve("owner.pid"));
    }

    /** Starts both and keeps all data. */
    public void start() {
        own();
        try {
            startDatabase();
            startKeycloak();
        } catch (LocalStackException e) {
            stop();
            throw e;
        }
    }

    /**
     * Starts both with an empty application database. Keycloak's own data is kept, because importing it is slow, unless the
     * realm or a setting changed or the accounts cannot be trusted.
     *
     * @param forgetAccounts
     *            whether a past run may have left them changed
     */
    public void startEmpty(boolean forgetAccounts) {
        own();
        progress.accept("PostgreSQL is starting...");
        postgres.start();
        postgres.drop(DATABASE);
        forget(LOG);
        provideDatabase();
        if (forgetAccounts || !realmIsCurrent()) {
            keycloak.stop();
            postgres.drop(IDENTITIES);
        }
        startKeycloak();
    }

    /**
     * Starts PostgreSQL only, or finds it running.
     *
     * @return whether it was started here
     */
    public boolean startDatabase() {
        progress.accept("PostgreSQL is starting...");
        var started = postgres.start();
        provideDatabase();
        return started;
    }

    /** Undoes {@link #startDatabase()}. */
    public void stopDatabase() {
        postgres.stop();
    }

    /** Keycloak before PostgreSQL, which holds its data. */
    public void stop() {
        keycloak.stop();
        postgres.stop();
        owner.clear();
    }

    /** Ends our claim on the data folder, but leaves the servers to the next run. */
    public void leaveRunning() {
        owner.clear();
    }

    /** What the application needs to know to use them. */
    public Map<String, String> properties() {
        var all = new LinkedHashMap<String, String>();
        all.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(DATABASE));
        all.put("quarkus.datasource.username", DATABASE);
        all.put("quarkus.datasource.password", postgres.password(DATABASE));
        all.put("quarkus.flyway.username", OWNER);
        all.put("quarkus.flyway.password", postgres.password(OWNER));
        all.put("quarkus.oidc.auth-server-url", settings.keycloakUrl() + "/realms/" + RealmFile.REALM);
        all.put("quarkus.oidc.credentials.secret", secrets.get("client.isnad-web"));
        all.put("quarkus.oidc.authentication.state-secret", secrets.get("oidc.state"));
        all.put("quarkus.oidc.token-state-manager.encryption-secret", secrets.get("oidc.session"));
        all.put("quarkus.oidc.service.auth-server-url", settings.keycloakUrl() + "/realms/" + RealmFile.REALM);
        // Everything is on loopback, without TLS.
        all.put("quarkus.http.host", "localhost");
        all.put("quarkus.oidc.authentication.cookie-force-secure", "false");
        all.put("quarkus.rest-csrf.cookie-force-secure", "false");
        all.put("quarkus.rest-csrf.cookie-name", "csrf-token");
        all.put("quarkus.oidc.service.credentials.secret", secrets.get("client.isnad-api"));
        // Beside the database, not in it: a restored cluster is noticed.
        all.put("isnad.log.dir", settings.data().resolve(LOG).toString());
        // Several people may run a desk on one machine, and Quarkus' own default is one folder for all of them.
        all.put("quarkus.http.body.uploads-directory", settings.data().resolve("uploads").toString());
        return all;
    }

    /** What somebody at the terminal wants to know once all runs. */
    public String banner() {
        return Banner.of(settings);
    }

    /** The secret of a client of the realm, or the password of Keycloak's own administrator ({@code keycloak.admin}). */
    public String secret(String name) {
        return secrets.get(name);
    }

    /** A port that nobody uses now. */
    public static int freePort() {
        return Ports.anyFree();
    }

    /** Whether nobody listens on a port of this machine. */
    public static boolean isFree(int port) {
        return Ports.isFree(port);
    }

    public LocalSettings settings() {
        return settings;
    }

    private void forget(String folder) {
        try {
            PrivateFiles.deleteFolder(settings.data().resolve(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void provideDatabase() {
        postgres.provideRole(DATABASE);
        postgres.provide(DATABASE, OWNER);
    }

    private void startKeycloak() {
        postgres.provide(IDENTITIES, IDENTITIES);
        progress.accept("Keycloak is starting...");
        boolean changed = Files.exists(settings.data().resolve("realm")) && !realmIsCurrent();
        keycloak.start(progress);
        if (changed) {
            progress.accept("Keycloak learns changed addresses...");
            new RealmClients(settings.keycloakUrl(), secrets.get("keycloak.admin"), RealmFile.in(settings.config()),
                    keycloakEnvironment()).update();
        }
        write("realm", keycloak.fingerprint());
    }

    private boolean realmIsCurrent() {
        try {
            var file = settings.data().resolve("realm");
            return Files.exists(file) && Files.readString(file).equals(keycloak.fingerprint());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String text) {
        try {
            Files.writeString(settings.data().resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two applications on one data folder would stop each other's servers. */
    private void own() {
        owner.find().filter(process -> !process.equals(ProcessHandle.current())).ifPresent(process -> {
            throw new LocalStackException(settings.data() + " is in use by another Isnad (process " + process.pid()
                    + "). Stop that one, or choose another folder with -D" + LocalSettings.DATA + "=…");
        });
        owner.set(ProcessHandle.current());
    }

    /** Keycloak's own options, and what the realm file's placeholders stand for. */
    private Map<String, String> keycloakEnvironment() {
        var all = new HashMap<String, String>();
        all.put("KC_DB_URL", "jdbc:postgresql://127.0.0.1:" + settings.postgresPort() + "/" + IDENTITIES);
        all.put("KC_DB_USERNAME", IDENTITIES);
        all.put("KC_DB_PASSWORD", postgres.password(IDENTITIES));
        all.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        all.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("keycloak.admin"));
        all.put("ISNAD_URL", settings.applicationUrl());
        all.put("ISNAD_BACKCHANNEL_URL", settings.applicationUrl());
        all.put("ISNAD_WEB_SECRET", secrets.get("client.isnad-web"));
        all.put("ISNAD_API_SECRET", secrets.get("client.isnad-api"));
        all.put("NEWSROOM_BOT_SECRET", secrets.get("client.newsroom-bot"));
        return all;
    }
}
