package org.isnad.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.isnad.testsupport.IsnadTest;

/** The OpenAPI document: sound, complete, and about the API only. */
@IsnadTest
class OpenApiIT {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private JsonNode document;
    private final Map<String, JsonNode> operations = new TreeMap<>();

    @BeforeEach
    void read() throws Exception {
        document = new ObjectMapper()
                .readTree(
                        RestAssured.given().get("/q/openapi?format=json").then().statusCode(200).extract().asString());
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(entry -> {
            if (METHODS.contains(entry.getKey())) {
                operations.put(entry.getKey().toUpperCase() + " " + path.getKey(), entry.getValue());
            }
        }));
    }

    @Test
    void isVersion31AndAboutTheApiOnly() {
        assertThat(document.path("openapi").asText()).startsWith("3.1.");
        assertThat(document.path("info").path("title").asText()).isEqualTo("Isnad");
        assertThat(document.path("info").path("description").asText()).contains("If-Match", "Idempotency-Key");
        assertThat(document.path("paths").fieldNames()).toIterable().allMatch(path -> path.startsWith("/api/v1/"));
        assertThat(operations).hasSizeGreaterThan(35);
    }

    @Test
    void isReadWithoutComplaintByAnotherParser() {
        SwaggerParseResult read = new OpenAPIV3Parser().readContents(document.toString());
        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getPaths()).hasSameSizeAs(document.path("paths").properties());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> dead = new ArrayList<>();
        document.findValuesAsText("$ref").forEach(ref -> {
            if (!ref.startsWith("#/") || document.at(ref.substring(1)).isMissingNode()) {
                dead.add(ref);
            }
        });
        assertThat(dead).isEmpty();
        assertThat(document.findValuesAsText("$ref")).isNotEmpty();
    }

    @Test
    void everyOperationHasANameOfItsOwnASummaryAndATag() {
        Set<String> names = new HashSet<>();
        operations.forEach((name, operation) -> {
            assertThat(operation.path("summary").asText()).as(name + ": summary").isNotBlank();
            assertThat(names.add(operation.path("operationId").asText())).as(name + ": its own operationId").isTrue();
            assertThat(operation.path("tags")).as(name + ": tags").isNotEmpty();
        });
    }

    @Test
    void everyOperationSaysWhatGoesWrong() {
        operations.forEach((name, operation) -> {
            Set<String> statuses = new HashSet<>();
            operation.path("responses").fieldNames().forEachRemaining(statuses::add);
            assertThat(statuses).as(name + ": a success").anyMatch(status -> status.startsWith("2"));
            assertThat(statuses).as(name).contains("500");
            boolean open = name.contains("/fact-checks");
            assertThat(operation.path("security").isEmpty()).as(name + ": needs a token").isEqualTo(open);
            if (!open) {
                assertThat(statuses).as(name).contains("401", "403");
            }
            if (name.contains("{")) {
                assertThat(statuses).as(name).contains("404");
            }
            if (has(operation, "If-Match")) {
                assertThat(statuses).as(name).contains("412", "428");
            }
            if (name.startsWith("POST")) {
                assertThat(has(operation, "Idempotency-Key")).as(name + ": Idempotency-Key").isTrue();
                assertThat(statuses).as(name).contains("409", "422");
            }
        });
        assertThat(document.at("/components/responses/Problem412/content/application~1problem+json/schema/$ref")
                .asText()).isEqualTo("#/components/schemas/Problem");
    }

    @Test
    void everyPlaceholderOfAPathIsAParameter() {
        operations.forEach((name, operation) -> {
            Matcher placeholder = Pattern.compile("\\{(\\w+)}").matcher(name);
            while (placeholder.find()) {
                String parameter = placeholder.group(1);
                assertThat(operation.path("parameters")).as(name + ": " + parameter)
                        .anyMatch(p -> p.path("name").asText().equals(parameter) && p.path("in").asText().equals("path")
                                && p.path("required").asBoolean());
            }
        });
    }

    @Test
    void asksForBearerTokens() {
        JsonNode scheme = document.at("/components/securitySchemes/bearer");
        assertThat(scheme.path("type").asText()).isEqualTo("http");
        assertThat(scheme.path("scheme").asText()).isEqualTo("bearer");
        assertThat(document.at("/components/securitySchemes").size()).isEqualTo(1);
    }

    @Test
    void canBeTriedOutInSwaggerUi() {
        assertThat(RestAssured.given().get("/q/swagger-ui/").then().statusCode(200).extract().asString())
                .contains("swagger-ui");
    }

    private static boolean has(JsonNode operation, String parameter) {
        for (JsonNode each : operation.path("parameters")) {
            if (each.path("name").asText().equals(parameter)) {
                return true;
            }
        }
        return false;
    }
}
