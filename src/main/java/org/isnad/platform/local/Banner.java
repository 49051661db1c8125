package org.isnad.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What stands in the terminal once all runs: address, demo accounts, where the data lies, how to begin anew. */
final class Banner {
    private static final String LINE = "-".repeat(78);

    private Banner() {}

    static String of(LocalSettings settings) {
        var lines = new ArrayList<String>();
        lines.add(LINE);
        lines.add("  Isnad is ready at " + settings.applicationUrl());
        lines.add("");
        accounts(settings).forEach((password, byDuty) -> {
            lines.add("  Demo accounts, password " + password + ":");
            byDuty.forEach((duty, names) -> lines.add("    %-20s %s".formatted(duty, String.join(", ", names))));
        });
        lines.add("");
        lines.add("  Data      " + settings.data());
        lines.add("  Anew      stop this, delete that folder, start again");
        lines.add("  Keycloak  " + settings.keycloakUrl() + ", user admin; the password is keycloak.admin in");
        lines.add("            " + settings.data().resolve("secrets.properties"));
        lines.add(LINE);
        return String.join("\n", lines);
    }

    /** Names by duty by password, from the file that they are imported from. */
    private static Map<String, Map<String, List<String>>> accounts(LocalSettings settings) {
        var file = settings.config().resolve(RealmFile.DEMO_ACCOUNTS);
        var accounts = new LinkedHashMap<String, Map<String, List<String>>>();
        if (!Files.exists(file)) {
            return accounts;
        }
        try {
            for (JsonNode person : new ObjectMapper().readTree(file.toFile()).path("users")) {
                var duties = new ArrayList<String>();
                person.path("realmRoles").forEach(role -> {
                    if (!role.asText().startsWith("default-roles")) {
                        duties.add(role.asText());
                    }
                });
                accounts.computeIfAbsent(person.path("credentials").path(0).path("value").asText(),
                        p -> new TreeMap<>())
                        .computeIfAbsent(String.join(" + ", duties), d -> new ArrayList<>())
                        .add(person.path("username").asText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return accounts;
    }
}
