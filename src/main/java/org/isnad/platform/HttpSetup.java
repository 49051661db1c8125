package org.isnad.platform;

import java.util.Locale;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import org.isnad.platform.Trouble.Kind;

/** What every request passes before anything is routed, authenticated or read, in this order. */
@Singleton
class HttpSetup {
    private static final Logger LOG = Logger.getLogger(HttpSetup.class);
    /** Before Quarkus' own filters, of which CORS comes first with 300. */
    private static final int FIRST = 1000;
    /** After every route, before Quarkus' own answer for what none of them took. */
    private static final int AFTER_ALL = 100_000;

    private final SecurityHeaders headers;
    private final ErrorAnswers errors;
    private final ApiRequests api;

    HttpSetup(SecurityHeaders headers, ErrorAnswers errors, ApiRequests api) {
        this.headers = headers;
        this.errors = errors;
        this.api = api;
    }

    void filters(@Observes Filters filters) {
        filters.register(RequestId::give, FIRST);
        filters.register(headers::add, FIRST - 1);
        filters.register(canonicalOnly(), FIRST - 2);
        filters.register(ownPagesOnly(), FIRST - 3);
        filters.register(formsOnly(), FIRST - 4);
        filters.register(api::withoutCookies, FIRST - 5);
    }

    void failures(@Observes Router router) {
        router.route().order(AFTER_ALL).handler(request -> errors.send(request, Trouble.of(404)));
        router.route().order(AFTER_ALL + 1).failureHandler(request -> {
            Throwable failure = request.failure();
            errors.send(request, failure == null ? Trouble.of(request.statusCode()) : Causes.explain(failure));
        });
    }

    private Handler<RoutingContext> canonicalOnly() {
        return request -> {
            if (Addresses.canonical(request.request().uri())) {
                request.next();
            } else {
                errors.send(request, Trouble.of(400));
            }
        };
    }

    private Handler<RoutingContext> ownPagesOnly() {
        return request -> {
            // The API takes bearer tokens only, which no browser sends by itself.
            if (ErrorAnswers.isApi(request) || Origins.acceptable(request.request())) {
                request.next();
            } else {
                LOG.warnf("Refused a change that did not start on this site's pages: %s %s",
                        request.request().method(), request.request().path());
                errors.send(request,
                        Trouble.of(Kind.FOREIGN_ORIGIN, "Changes are accepted only from this site's own pages."));
            }
        };
    }

    /** Where cookies count only forms are read, because only they carry the token that shows where they come from. */
    private Handler<RoutingContext> formsOnly() {
        return request -> {
            String type = request.request().getHeader("Content-Type");
            if (type == null || ErrorAnswers.isApi(request) || isForm(type)) {
                request.next();
            } else {
                errors.send(request, Trouble.of(415));
            }
        };
    }

    private static boolean isForm(String type) {
        String kind = type.toLowerCase(Locale.ROOT);
        return kind.startsWith("application/x-www-form-urlencoded") || kind.startsWith("multipart/form-data");
    }
}
