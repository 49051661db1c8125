package org.isnad.kernel.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Problem;
import org.isnad.kernel.idempotency.Answer;
import org.isnad.kernel.idempotency.Idempotency;
import org.isnad.kernel.idempotency.RequestKey;

/** Carries out {@link Idempotent}: around the operation, inside the endpoint's authorization. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class IdempotentInterceptor {
    static final String HEADER = "Idempotency-Key";
    /** A structured-field string (RFC 8941) without escapes, as the draft asks for, or the same without its quotes. */
    private static final Pattern KEY = Pattern
            .compile("\"([\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]{1,255})\"|([A-Za-z0-9._~:+/=-]{1,255})");
    private static final List<String> KEPT_HEADERS = List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG,
            HttpHeaders.CONTENT_LOCATION);

    private final Idempotency idempotency;
    private final SecurityIdentity identity;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final ObjectMapper json;

    IdempotentInterceptor(Idempotency idempotency, SecurityIdentity identity, HttpHeaders headers, UriInfo uri,
            ObjectMapper json) {
        this.idempotency = idempotency;
        this.identity = identity;
        this.headers = headers;
        this.uri = uri;
        this.json = json;
    }

    @AroundInvoke
    @Nullable
    Object once(InvocationContext operation) throws Exception {
        String key = headers.getHeaderString(HEADER);
        if (key == null) {
            return operation.proceed();
        }
        RequestKey request = new RequestKey(sender(name(key)), content(operation));
        return response(idempotency.once(request, () -> answer(proceed(operation))));
    }

    private static String name(String key) {
        Matcher syntax = KEY.matcher(key.strip());
        if (!syntax.matches()) {
            throw new Problem.Invalid(HEADER, "not-a-key");
        }
        return syntax.group(1) == null ? syntax.group(2) : syntax.group(1);
    }

    private static Response proceed(InvocationContext operation) {
        try {
            return (Response) operation.proceed();
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keys of different senders never meet; a person is (issuer, subject) whatever client they use. */
    private String sender(String key) {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        MessageDigest digest = sha256();
        for (String part : List.of(token.getIssuer(), token.getSubject(), key)) {
            add(digest, part.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What was asked, by its meaning: the order of JSON members, white space and multipart boundaries are no difference. */
    private String content(InvocationContext operation) {
        MessageDigest digest = sha256();
        add(digest, operation.getMethod().toString().getBytes(StandardCharsets.UTF_8));
        add(digest, uri.getRequestUri().getRawPath().getBytes(StandardCharsets.UTF_8));
        for (Object parameter : operation.getParameters()) {
            add(digest, parameter);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(MessageDigest digest, @Nullable Object parameter) {
        try {
            if (parameter instanceof FileUpload file) {
                add(digest, String.valueOf(file.fileName()).getBytes(StandardCharsets.UTF_8));
                try (InputStream bytes = Files.newInputStream(file.uploadedFile())) {
                    add(digest, bytes);
                }
            } else if (parameter instanceof List<?> several) {
                several.forEach(one -> add(digest, one));
            } else if (!(parameter instanceof UriInfo)) {
                add(digest, json.writeValueAsBytes(parameter));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(MessageDigest digest, byte[] part) {
        try {
            add(digest, new ByteArrayInputStream(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each part by its own digest, so that no two sequences of parts look the same. */
    private static void add(MessageDigest digest, InputStream part) throws IOException {
        try (DigestInputStream own = new DigestInputStream(part, sha256())) {
            own.transferTo(java.io.OutputStream.nullOutputStream());
            digest.update(own.getMessageDigest().digest());
        }
    }

    private Answer answer(Response response) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String header : KEPT_HEADERS) {
            String value = response.getHeaderString(header);
            if (value != null) {
                kept.put(header, value);
            }
        }
        try {
            return new Answer(response.getStatus(), kept,
                    response.hasEntity() ? json.writeValueAsBytes(response.getEntity()) : null);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response response(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers().forEach((name, value) -> {
            if (name.equals(HttpHeaders.LOCATION)) {
                response.location(URI.create(value));
            } else {
                response.header(name, value);
            }
        });
        if (answer.body() != null) {
            response.entity(answer.body()).type(MediaType.APPLICATION_JSON_TYPE);
        }
        return response.build();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
