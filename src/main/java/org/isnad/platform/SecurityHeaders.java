package org.isnad.platform;

import java.net.URI;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** What each answer tells the browser not to do. */
@Singleton
class SecurityHeaders {
    /** Swagger UI sets styles from its own script and draws its pictures from data; nothing of the desk is shown there. */
    private static final String SWAGGER = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";
    private static final String ONE_YEAR = "public, max-age=31536000, immutable";

    private final TenantConfigBean tenants;

    SecurityHeaders(TenantConfigBean tenants) {
        this.tenants = tenants;
    }

    void add(RoutingContext request) {
        MultiMap headers = request.response().headers();
        String path = request.request().path();
        policy(path).ifPresent(policy -> headers.set("Content-Security-Policy", policy));
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        // Not "no-referrer", with which browsers send "Origin: null" even with this site's own forms.
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if ("https".equals(request.request().scheme())) {
            headers.set("Strict-Transport-Security", TWO_YEARS);
        }
        request.addHeadersEndHandler(end -> keep(request, path));
        request.next();
    }

    /** Nothing is kept by browsers and proxies unless the answer itself says so; a file whose address names its version stays. */
    private static void keep(RoutingContext request, String path) {
        MultiMap headers = request.response().headers();
        boolean file = isFile(path) && request.response().getStatusCode() < 400;
        if (file && request.request().getParam("v") != null) {
            headers.set("Cache-Control", ONE_YEAR);
        } else if (!file && !headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
    }

    private static boolean isFile(String path) {
        return path.startsWith("/static/") || path.startsWith("/webjars/") || path.startsWith("/q/swagger-ui/");
    }

    private Optional<String> policy(String path) {
        if (path.startsWith("/q/swagger-ui")) {
            return Optional.of(SWAGGER);
        }
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT && path.startsWith("/q/")) {
            return Optional.empty();
        }
        // Browsers hold form-action to where a form's answer redirects too: signing in and out goes through the provider.
        return Optional.of("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                + "connect-src 'self'; form-action 'self'" + provider()
                + "; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'");
    }

    /** The identity provider's origin as browsers reach it; nothing as long as the provider was not reached. */
    private String provider() {
        OidcConfigurationMetadata metadata = tenants.getDefaultTenant().getOidcMetadata();
        if (metadata == null || metadata.getAuthorizationUri() == null) {
            return "";
        }
        URI address = URI.create(metadata.getAuthorizationUri());
        return " " + address.getScheme() + "://" + address.getRawAuthority();
    }
}
