package org.isnad.platform;

import java.security.SecureRandom;
import java.util.Base64;

import jakarta.inject.Singleton;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes the cookies off requests to the API, where nothing but a bearer token counts. An upload there is a form too, of which
 * quarkus-rest-csrf wants the token that pages put into theirs, and it knows no exception by path: so the server sends itself one.
 * Without cookies there is no request that a foreign page could make in somebody's name.
 */
@Singleton
class ApiRequests {
    private static final String TOKEN_HEADER = "X-CSRF-TOKEN";

    private final String cookie;
    private final String token;

    ApiRequests(@ConfigProperty(name = "quarkus.rest-csrf.cookie-name", defaultValue = "csrf-token") String cookie,
            @ConfigProperty(name = "quarkus.rest-csrf.token-size") int size) {
        byte[] random = new byte[size];
        new SecureRandom().nextBytes(random);
        this.cookie = cookie;
        this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    void withoutCookies(RoutingContext request) {
        if (ErrorAnswers.isApi(request)) {
            MultiMap headers = request.request().headers();
            headers.set("Cookie", cookie + "=" + token);
            headers.set(TOKEN_HEADER, token);
        }
        request.next();
    }
}
