package org.isnad;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.microprofile.config.Config;

/** What a production start cannot guess. Without it the application would start half and fail at somebody's first click. */
final class RequiredSettings {
    private static final Map<String, String> DATABASE = ordered("quarkus.datasource.jdbc.url",
            "PostgreSQL, such as jdbc:postgresql://db.example.org/isnad", "quarkus.datasource.username", "its user",
            "quarkus.datasource.password", "that user's password");
    /** A node that never migrates does not need them. */
    private static final Map<String, String> OWNER = ordered("quarkus.flyway.username",
            "the role that owns the tables; not the user above, who may not change what is history",
            "quarkus.flyway.password", "that role's password");
    private static final String MIGRATES = "quarkus.flyway.migrate-at-start";
    private static final Map<String, String> SIGN_IN = ordered("quarkus.oidc.auth-server-url",
            "the realm, such as https://login.example.org/realms/isnad", "quarkus.oidc.credentials.secret",
            "secret of the realm's client isnad-web", "quarkus.oidc.service.credentials.secret",
            "secret of the realm's client isnad-api", "quarkus.oidc.authentication.state-secret",
            "32 or more characters of your own, the same on every node",
            "quarkus.oidc.token-state-manager.encryption-secret",
            "another 32 or more, the same on every node");
    private static final Map<String, String> LOG = ordered("isnad.log.dir",
            "a folder outside the database for the log's signing key, shared by all nodes and in the backup",
            "isnad.log.origin", "the log's name for ever, such as facts.example.org/log");

    private RequiredSettings() {}

    /** Some of it is not there; the message lists it all. */
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Missing(String message) {
            super(message);
        }
    }

    /**
     * @param command
     *            whether no web server will run, so that nobody will sign in
     */
    static void check(Config config, boolean command) {
        var needed = new LinkedHashMap<>(DATABASE);
        if (config.getOptionalValue(MIGRATES, Boolean.class).orElse(true)) {
            needed.putAll(OWNER);
        }
        if (!command) {
            needed.putAll(SIGN_IN);
            needed.putAll(LOG);
        }
        needed.keySet().removeIf(name -> config.getOptionalValue(name, String.class).isPresent());
        if (!needed.isEmpty()) {
            throw new Missing(needed.entrySet().stream()
                    .map(setting -> "  " + setting.getKey() + "\n    or in the environment "
                            + environment(setting.getKey()) + ": "
                            + setting.getValue())
                    .collect(Collectors.joining("\n", "Isnad does not start, because these settings are missing:\n",
                            "\nTo run a newsroom on this machine alone, with a PostgreSQL and a Keycloak of its own: -Disnad.local=true")));
        }
    }

    private static String environment(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static Map<String, String> ordered(String... namesAndMeanings) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndMeanings.length; i += 2) {
            map.put(namesAndMeanings[i], namesAndMeanings[i + 1]);
        }
        return map;
    }
}
