package org.isnad.audit.witness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * Carries checkpoints to a witness. The address comes from the operator's settings and from nobody else; redirects are not followed,
 * and neither a slow nor a long answer is waited for.
 */
final class WitnessHttp implements TlogWitness.Transport {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(20);
    /** A cosignature line has about 200 bytes. */
    private static final int MOST_BYTES = 16 << 10;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER).build();
    private final URI address;
    private final Duration longest;

    /**
     * @param prefix
     *            the witness's submission prefix
     */
    WitnessHttp(URI prefix) {
        this(prefix, WHOLE);
    }

    WitnessHttp(URI prefix, Duration longest) {
        String text = prefix.toString();
        this.address = URI.create((text.endsWith("/") ? text : text + "/") + "add-checkpoint");
        this.longest = longest;
    }

    @Override
    public TlogWitness.Answer post(String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address).header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        // The request's own timeout ends with the headers.
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(request, head -> new Limited());
        try {
            HttpResponse<byte[]> answer = sent.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            return new TlogWitness.Answer(answer.statusCode(), answer.body(),
                    answer.headers().firstValue("Location").orElse(""));
        } catch (TimeoutException e) {
            throw new IOException("it did not answer within " + longest.toSeconds() + " seconds: " + address, e);
        } catch (ExecutionException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            throw new IOException("it cannot be reached at " + address + ": "
                    + (why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the desk is stopping", e);
        } finally {
            sent.cancel(true);
        }
    }

    /** The whole answer, or a failure as soon as it is too long. */
    private static final class Limited implements HttpResponse.BodySubscriber<byte[]> {
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Flow.@Nullable Subscription subscription;

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Flow.Subscription begun) {
            subscription = begun;
            begun.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            for (ByteBuffer part : parts) {
                byte[] chunk = new byte[part.remaining()];
                part.get(chunk);
                bytes.writeBytes(chunk);
            }
            if (bytes.size() > MOST_BYTES && subscription != null) {
                subscription.cancel();
                whole.completeExceptionally(new IOException("its answer has more than " + MOST_BYTES + " bytes"));
            }
        }

        @Override
        public void onError(Throwable failure) {
            whole.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            whole.complete(bytes.toByteArray());
        }
    }
}
