package org.isnad.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import java.net.URL;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.Test;

import org.isnad.testsupport.IsnadTest;

/** What an operator watches, and where. */
@IsnadTest
class OperationsIT {
    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    @TestHTTPResource(value = "/health/live", management = true)
    URL live;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void readyMeansThatDatabaseAndProviderAnswer() {
        given().get(live).then().statusCode(200).body("status", equalTo("UP"));
        given().get(ready).then().statusCode(200).body("status", equalTo("UP")).body("checks.name",
                hasItems("Database connections health check", "OIDC Provider Health Check"));
    }

    @Test
    void whatShouldMakeSomebodyLookIsCounted() {
        String text = given().get(metrics).then().statusCode(200).extract().asString();

        assertThat(text).contains("isnad_sign_ins_refused_total").contains("isnad_approvals_refused_total")
                .contains("http_server_requests_seconds_count").contains("jvm_memory_used_bytes");
    }

    @Test
    void readersOfThePagesSeeNoneOfIt() {
        given().get("/q/health").then().statusCode(404);
        given().get("/q/metrics").then().statusCode(404);
        assertThat(ready.getPort()).isNotEqualTo(io.restassured.RestAssured.port);
    }
}
