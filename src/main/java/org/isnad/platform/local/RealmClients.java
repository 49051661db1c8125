package org.isnad.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Brings the clients of an imported realm up to date. Keycloak imports a realm once; but redirect addresses are exact, so after
 * a change of a port nobody could sign in any more.
 *
 * @param environment
 *            values of the realm file's placeholders
 */
record RealmClients(String keycloak, String adminPassword, RealmFile realm, Map<String, String> environment) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> OURS = List.of("rootUrl", "redirectUris", "secret", "attributes");

    void update() {
        try {
            var admin = new Admin(keycloak, login());
            for (var wanted : JSON.readTree(realm.resolved(environment)).path("clients")) {
                if (wanted.has("secret")) {
                    admin.update(wanted);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String login() throws IOException {
        var form = "grant_type=password&client_id=admin-cli&username=admin&password="
                + URLEncoder.encode(adminPassword, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)))
                .path("access_token").asText();
    }

    /** Keycloak's administration of the realm. */
    private record Admin(String keycloak, String token) {
        void update(JsonNode wanted) throws IOException {
            var clients = keycloak + "/admin/realms/" + RealmFile.REALM + "/clients";
            var known = send(authorized(clients + "?clientId=" + wanted.path("clientId").asText()).GET()).path(0);
            if (!(known instanceof ObjectNode client)) {
                return;
            }
            for (var field : OURS) {
                if (client.path(field) instanceof ObjectNode inner
                        && wanted.path(field) instanceof ObjectNode changed) {
                    inner.setAll(changed);
                } else if (wanted.has(field)) {
                    client.set(field, wanted.path(field));
                }
            }
            send(authorized(clients + "/" + client.path("id").asText()).header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(client.toString())));
        }

        private HttpRequest.Builder authorized(String address) {
            return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
        }
    }

    private static JsonNode send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = HttpClient.newHttpClient().send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new LocalStackException("Keycloak refused to change the realm (" + answer.statusCode() + ")");
            }
            return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while changing the realm", e);
        }
    }
}
