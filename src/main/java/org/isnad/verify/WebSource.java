package org.isnad.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Files under a web address. An answer other than 200 and 404 is no word about the log, only that it cannot be read now.
 */
final class WebSource implements Source {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(LONGEST_WAIT)
            .followRedirects(HttpClient.Redirect.NORMAL).build();
    private final URI base;

    WebSource(String address) {
        try {
            base = URI.create(address.endsWith("/") ? address : address + "/");
        } catch (IllegalArgumentException e) {
            throw new UnusableException(Say.BAD_ADDRESS, address);
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        URI address = base.resolve(name);
        try {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(LONGEST_WAIT).build();
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            answer.body().close();
            if (answer.statusCode() == 404) {
                throw new NoSuchFileException(name);
            }
            throw new UnusableException(Say.CANNOT_READ, address, "HTTP " + answer.statusCode());
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableException(Say.CANNOT_READ, address, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnusableException(Say.CANNOT_READ, address, e.toString());
        }
    }

    @Override
    public Optional<List<String>> names() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // The client ends with its last request.
    }
}
