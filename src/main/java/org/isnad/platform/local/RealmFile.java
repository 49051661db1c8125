package org.isnad.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The realm that a local Keycloak imports: the one for production, with the demo accounts added. */
record RealmFile(String json) {
    static final String REALM = "isnad";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");
    static final String DEMO_ACCOUNTS = "realm-demo-users.json";

    static RealmFile in(Path config) {
        var realm = config.resolve("realm.json");
        if (!Files.isRegularFile(realm)) {
            throw new LocalStackException(
                    "No " + realm + ". Name the folder that holds it with -D" + LocalSettings.CONFIG + "=…");
        }
        try {
            var mapper = new ObjectMapper();
            var merged = (ObjectNode) mapper.readTree(realm.toFile());
            var people = config.resolve(DEMO_ACCOUNTS);
            if (Files.isRegularFile(people)) {
                mapper.readTree(people.toFile()).withArray("users").forEach(merged.withArray("users")::add);
            }
            return new RealmFile(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(merged));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With each <code>${NAME}</code> replaced, as Keycloak does when it imports. */
    String resolved(Map<String, String> environment) {
        return PLACEHOLDER.matcher(json).replaceAll(
                found -> Matcher.quoteReplacement(environment.getOrDefault(found.group(1), found.group())));
    }
}
