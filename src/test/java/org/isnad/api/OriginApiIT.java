package org.isnad.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.isnad.identity.Actor;
import org.isnad.origin.OriginId;
import org.isnad.origin.OriginKind;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Outlets;

/** Outlets and authors over HTTP. */
@IsnadTest
class OriginApiIT {
    private static final String JSON = "application/json";

    @Inject
    Newsroom newsroom;
    @Inject
    Outlets outlets;

    private final String mark = UUID.randomUUID().toString();

    @Test
    void aRecordIsFoundReadAndRenamed() {
        Actor editor = newsroom.editor();
        outlets.article("Wadi Echo " + mark, "Sara Omar " + mark + " and Ali " + mark, editor);
        OriginId id = outlets.named(OriginKind.OUTLET, "Wadi Echo " + mark);
        Login.bearer("huda").queryParam("q", "WADI  echo " + mark).get("/api/v1/outlets").then().statusCode(200)
                .body("items.id", equalTo(List.of(id.toString()))).body("items[0].articles", equalTo(1));
        Response read = Login.client("desk:read").get("/api/v1/outlets/" + id);
        read.then().statusCode(200).body("kind", equalTo("OUTLET")).body("names", hasSize(1))
                .body("others.name", hasItem("Sara Omar " + mark)).body("verdicts", hasSize(0));
        String tag = read.header("ETag");
        put(id, "\"7\"", "{\"name\":\"Else\"}").then().statusCode(412).header("ETag", tag);
        Login.bearer("huda").contentType(JSON).body("{\"name\":\"Else\"}").put("/api/v1/outlets/" + id + "/name").then()
                .statusCode(428);
        put(id, tag, "{\"name\":\" \"}").then().statusCode(422).body("errors.field", hasItem("name"));
        put(id, tag, "{\"name\":\"The Wadi Echo\",\"note\":\"its own spelling\"}").then().statusCode(200)
                .body("name", equalTo("The Wadi Echo")).header("ETag", not(equalTo(tag)));
        Login.bearer("huda").get("/api/v1/authors/" + id).then().statusCode(404);
        Login.bearer("huda").get("/api/v1/outlets/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void mergersAndSeparationsAreRepeatedOnce() {
        Actor editor = newsroom.editor();
        OriginId one = outlets.of(OriginKind.AUTHOR, "S. Omar " + mark, editor);
        OriginId other = outlets.of(OriginKind.AUTHOR, "Sara Omar " + mark, editor);
        String body = "{\"into\":\"" + other + "\"}";
        String key = UUID.randomUUID().toString();
        Response merged = post(one + "/merger", "\"0\"", key, body);
        merged.then().statusCode(200).body("id", equalTo(other.toString())).body("names", hasSize(2));
        assertThat(post(one + "/merger", "\"0\"", key, body).asString()).isEqualTo(merged.asString());
        Login.bearer("huda").redirects().follow(false).get("/api/v1/authors/" + one).then().statusCode(303);

        String name = merged.jsonPath().getString("names.find { it.name.startsWith('S. ') }.id");
        post(other + "/separation", merged.header("ETag"), UUID.randomUUID().toString(), "{\"name\":\"" + name + "\"}")
                .then().statusCode(200).body("id", equalTo(one.toString())).body("names", hasSize(1));
        post(one + "/merger", "*", UUID.randomUUID().toString(), body).then().statusCode(428);
        post(one + "/merger", "\"9\"", UUID.randomUUID().toString(), body).then().statusCode(412);
        post(one + "/merger", "\"2\"", UUID.randomUUID().toString(), "{\"into\":\"" + UUID.randomUUID() + "\"}").then()
                .statusCode(422);
    }

    private static Response put(OriginId id, String ifMatch, String body) {
        return Login.bearer("huda").header("If-Match", ifMatch).contentType(JSON).body(body)
                .put("/api/v1/outlets/" + id + "/name");
    }

    private static Response post(String path, String ifMatch, String key, String body) {
        return Login.bearer("huda").header("If-Match", ifMatch).header("Idempotency-Key", key).contentType(JSON)
                .body(body).post("/api/v1/authors/" + path);
    }
}
