package org.isnad.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;

/** Documents that come as files over HTTP: a form without a page, so without the token that pages' forms need. */
@IsnadTest
class UploadApiIT {

    @Test
    void takesAFileOnce() {
        byte[] document = ("The mayor spoke.\nThe bridge is closed since " + UUID.randomUUID() + ".")
                .getBytes(StandardCharsets.UTF_8);
        String key = UUID.randomUUID().toString();
        Response first = upload(document, key);
        Response again = upload(document, key);
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(first.<Boolean>path("known")).isFalse();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        Response other = upload("Something else.".getBytes(StandardCharsets.UTF_8), key);
        assertThat(other.statusCode()).isEqualTo(422);
    }

    private static Response upload(byte[] document, String key) {
        return Login.client("articles:write").header("Idempotency-Key", key)
                .multiPart("file", "bridge.txt", document, "text/plain").post("/api/v1/articles");
    }
}
