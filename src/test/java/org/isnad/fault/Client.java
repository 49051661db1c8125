package org.isnad.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.isnad.testsupport.Login;

/** The JSON API as a program uses it, with people's own tokens. */
final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;

    Client(String url) {
        this.url = url;
    }

    /** Nobody knows whether it happened: no answer came, or one that says that something broke on the way. */
    static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1L;

        Unanswered(String message) {
            super(message);
        }
    }

    record Answer(int status, JsonNode body, String etag) {
        String id() {
            return body.path("id").asText();
        }
    }

    Answer get(String user, String path) throws Unanswered {
        return send("GET", user, path, null, null);
    }

    /**
     * @param etag
     *            what {@code If-Match} names; null for none
     * @throws AssertionError
     *             when it is refused: whoever asks here does so rightly
     */
    Answer send(String method, String user, String path, @Nullable String etag, @Nullable Object body)
            throws Unanswered {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", "Bearer " + Login.token(user)).header("Content-Type", "application/json")
                    .method(method, body == null
                            ? BodyPublishers.noBody()
                            : BodyPublishers.ofString(JSON.writeValueAsString(body)));
            if (etag != null) {
                request.header("If-Match", etag);
            }
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 500) {
                throw new Unanswered(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            if (answer.statusCode() >= 300) {
                throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return new Answer(answer.statusCode(), JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body()),
                    answer.headers().firstValue("ETag").orElse(""));
        } catch (IOException e) {
            throw new Unanswered(method + " " + path + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered("interrupted");
        }
    }
}
