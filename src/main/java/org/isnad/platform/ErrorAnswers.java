package org.isnad.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.web.CurrentLanguage;
import org.isnad.kernel.web.Language;
import org.isnad.platform.Trouble.Kind;

/** Writes what went wrong: RFC 9457 problem details under {@code /api}, everywhere else a page in the reader's language. */
@Singleton
class ErrorAnswers {
    static final String PROBLEM_JSON = "application/problem+json";
    static final String PAGE = "text/html;charset=UTF-8";

    private final ObjectMapper json;

    ErrorAnswers(ObjectMapper json) {
        this.json = json;
    }

    @CheckedTemplate(basePath = "platform")
    static class Templates {
        private Templates() {}

        static native TemplateInstance error(ErrorPage page);
    }

    /** What the error page shows. */
    record ErrorPage(Kind kind, int status, Language language, String requestId, List<String> fields) {

        public boolean signIn() {
            return kind == Kind.SIGN_IN || kind == Kind.SIGN_IN_FAILED;
        }

        public boolean signOut() {
            return kind == Kind.DUTIES_CONFLICT || kind == Kind.ACCOUNT_ERASED || kind == Kind.SIGN_IN_AGAIN;
        }
    }

    static boolean isApi(RoutingContext request) {
        String path = request.request().path();
        return path != null && (path.equals("/api") || path.startsWith("/api/"));
    }

    /** Ends a request that no endpoint answers. */
    void send(RoutingContext request, Trouble trouble) {
        if (request.response().ended() || request.response().headWritten()) {
            return;
        }
        request.response().setStatusCode(trouble.kind().status()).putHeader("Content-Type", type(request))
                .end(body(request, trouble));
    }

    String type(RoutingContext request) {
        return isApi(request) ? PROBLEM_JSON : PAGE;
    }

    String body(RoutingContext request, Trouble trouble) {
        return isApi(request) ? problem(request, trouble) : page(request, trouble);
    }

    private String problem(RoutingContext request, Trouble trouble) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/problems/" + trouble.code());
        problem.put("title", trouble.kind().title());
        problem.put("status", trouble.kind().status());
        problem.put("detail", trouble.detail());
        problem.put("requestId", RequestId.of(request));
        problem.putAll(trouble.more());
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is made of plain values only", e);
        }
    }

    private static String page(RoutingContext request, Trouble trouble) {
        Language language = language(request);
        ErrorPage page = new ErrorPage(trouble.kind(), trouble.kind().status(), language, RequestId.of(request),
                trouble.fields());
        // The page must not ask who is signed in: that may be what failed, and it may not block here.
        request.put(CurrentLanguage.SETTLED, language);
        return Templates.error(page).setLocale(language.tag()).render();
    }

    /** As in the desk's pages: what the address asks for, what the person chose, the browser's cookie, what it accepts. */
    private static Language language(RoutingContext request) {
        return Stream.of(asked(request), chosen(request), kept(request), accepted(request)).flatMap(Optional::stream)
                .flatMap(tag -> Language.of(tag).stream()).findFirst().orElse(Language.EN);
    }

    private static Optional<String> asked(RoutingContext request) {
        return Optional.ofNullable(request.request().getParam("lang"));
    }

    private static Optional<String> chosen(RoutingContext request) {
        @Nullable
        String language = request.user() instanceof QuarkusHttpUser user
                ? user.getSecurityIdentity().getAttribute(CurrentActor.LANGUAGE)
                : null;
        return Optional.ofNullable(language);
    }

    private static Optional<String> kept(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(CurrentLanguage.COOKIE)).map(Cookie::getValue);
    }

    private static Optional<String> accepted(RoutingContext request) {
        return request.acceptableLanguages().stream().map(LanguageHeader::tag)
                .filter(tag -> Language.of(tag).isPresent()).findFirst();
    }
}
