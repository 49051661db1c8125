package org.isnad.platform;

import java.util.UUID;
import java.util.regex.Pattern;

import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * One id for everything about a request: in each log line, in the answer's header and on error pages. A proxy's id is taken over
 * when it is harmless in a log.
 */
final class RequestId {
    static final String HEADER = "X-Request-Id";
    private static final String KEY = "requestId";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private RequestId() {}

    static void give(RoutingContext request) {
        String id = from(request.request().getHeader(HEADER));
        request.put(KEY, id);
        MDC.put(KEY, id);
        request.response().putHeader(HEADER, id);
        request.next();
    }

    static String of(RoutingContext request) {
        @Nullable
        String id = request.get(KEY);
        return id == null ? "none" : id;
    }

    static String from(@Nullable String sent) {
        return sent != null && HARMLESS.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
    }
}
