package org.isnad.platform.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

import org.isnad.kernel.outbound.Exchange;
import org.isnad.kernel.outbound.FetchFailed.Reason;
import org.isnad.kernel.outbound.HttpField;

/** One request and its answer over one open connection; what came is known also when it broke off. */
final class Conversation {
    /** What is kept of an answer that nobody reads: a redirect's, or an error's. */
    private static final int ASIDE = 64 << 10;
    private static final int MOST_INTERIM = 5;
    private static final Http1Config STRICT = Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(16 << 10)
            .setMaxEmptyLineCount(1).build();

    private final WebTarget target;
    private final InetAddress connected;
    private final Instant started;
    private final int most;
    private @Nullable WireTap wire;
    private int interim;
    private int status;
    private List<HttpField> headers = List.of();
    private final ByteArrayOutputStream payload = new ByteArrayOutputStream();
    private @Nullable Reason cutBy;

    /**
     * @param most
     *            bytes that the body of a success may have
     */
    Conversation(WebTarget target, InetAddress connected, Instant started, int most) {
        this.target = target;
        this.connected = connected;
        this.started = started;
        this.most = most;
    }

    void hold(WireTap over, List<HttpField> asked, Deadline deadline) throws Refusal {
        wire = over;
        Http http = new Http();
        try {
            http.over(over);
            http.sendRequestHeader(request(asked));
            http.flush();
            ClassicHttpResponse answer = head(http);
            status = answer.getCode();
            headers = Stream.of(answer.getHeaders()).map(Conversation::field).toList();
            checkLength();
            http.receiveResponseEntity(answer);
            readBody(answer);
        } catch (IOException | HttpException | IllegalArgumentException e) {
            Refusal refusal = refusal(e, deadline);
            // A redirect or an error has said what matters in its head.
            if (deadline.isOver() || status == 0 || isSuccess()) {
                throw refusal;
            }
            cutBy = refusal.reason();
        } finally {
            http.close(CloseMode.IMMEDIATE);
        }
    }

    /**
     * What is known now.
     *
     * @param failure
     *            why it broke off; null when it did not
     */
    Exchange exchange(@Nullable Reason failure, Clock clock) {
        byte[] sent = wire == null ? new byte[0] : wire.sent();
        byte[] received = wire == null ? new byte[0] : InterimAnswers.without(interim, wire.received());
        return new Exchange(target.uri(), connected, started, clock.instant(), sent, received, status, headers,
                payload.toByteArray(), failure == null ? cutBy : failure);
    }

    private ClassicHttpRequest request(List<HttpField> asked) {
        // Given as one text, a path that begins with two slashes would be taken for a host.
        ClassicHttpRequest request = new BasicClassicHttpRequest("GET", null, target.path());
        request.addHeader("Host", target.authority());
        asked.forEach(field -> request.addHeader(field.name(), field.value()));
        request.addHeader("Accept-Encoding", "gzip");
        request.addHeader("Connection", "close");
        return request;
    }

    /** The first answer that is not interim (RFC 9110, 15.2). */
    private ClassicHttpResponse head(Http http) throws IOException, HttpException {
        ClassicHttpResponse answer = http.receiveResponseHeader();
        while (answer.getCode() < 200) {
            interim++;
            if (answer.getCode() == 101 || interim > MOST_INTERIM) {
                throw new HttpException("it answers " + answer.getCode() + " instead of what was asked for");
            }
            answer = http.receiveResponseHeader();
        }
        return answer;
    }

    /** Two lengths are two answers to where this one ends (RFC 9112, 6.3). */
    private void checkLength() throws HttpException {
        List<String> lengths = headers.stream().filter(field -> field.name().equalsIgnoreCase("Content-Length"))
                .map(field -> field.value().strip()).distinct().toList();
        if (lengths.size() > 1) {
            throw new HttpException("it has several lengths: " + String.join(", ", lengths));
        }
    }

    private void readBody(ClassicHttpResponse answer) throws IOException, Refusal {
        if (answer.getEntity() == null || status == 204 || status == 304) {
            return;
        }
        int limit = isSuccess() ? most : ASIDE;
        if (isSuccess() && answer.getEntity().getContentLength() > limit) {
            throw tooLarge();
        }
        InputStream content = answer.getEntity().getContent();
        byte[] buffer = new byte[16 << 10];
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            int room = limit - payload.size();
            payload.write(buffer, 0, Math.min(count, room));
            if (count > room) {
                if (isSuccess()) {
                    throw tooLarge();
                }
                cutBy = Reason.TOO_LARGE;
                return;
            }
        }
    }

    private Refusal tooLarge() {
        return new Refusal(Reason.TOO_LARGE, "The answer has more than " + most + " bytes.");
    }

    private Refusal refusal(Exception e, Deadline deadline) {
        String host = target.host().name();
        if (deadline.isOver() || e instanceof SocketTimeoutException) {
            return deadline.over();
        } else if (e instanceof WireTap.Full) {
            return tooLarge();
        } else if (e instanceof SSLException) {
            return new Refusal(Reason.TLS, "The encrypted connection to " + host + " broke: " + e.getMessage());
        } else if (e instanceof NoHttpResponseException) {
            return new Refusal(Reason.BAD_RESPONSE, host + " closed the connection without an answer.");
        } else if (e instanceof HttpException || e instanceof IllegalArgumentException
                || e instanceof ConnectionClosedException
                || e instanceof MalformedChunkCodingException || e instanceof MessageConstraintException) {
            return new Refusal(Reason.BAD_RESPONSE, "The answer of " + host + " is not proper HTTP: " + e.getMessage());
        }
        return new Refusal(Reason.CONNECTION, "The connection to " + host + " broke: " + e.getMessage());
    }

    private boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    private static HttpField field(Header header) {
        return new HttpField(header.getName(), header.getValue() == null ? "" : header.getValue());
    }

    /** HttpCore's connection over a socket of ours, which it neither opens nor shares. */
    private static final class Http extends DefaultBHttpClientConnection {
        Http() {
            super(STRICT);
        }

        void over(WireTap wire) throws IOException {
            bind(wire);
        }
    }
}
