package org.isnad.kernel.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * The interface language of a request: the address's {@code lang} parameter (public pages link to their translation with it),
 * else what the person chose, else the browser's cookie, else its Accept-Language, else English.
 */
@RequestScoped
public class CurrentLanguage {
    /** The cookie that keeps the choice of somebody who is not signed in. */
    public static final String COOKIE = "isnad-language";
    /** The routing context's key of a language that is settled already, as on error pages, which must not ask who is signed in. */
    public static final String SETTLED = "isnad.language.settled";

    private final CurrentVertxRequest request;
    private final SignedIn signedIn;
    private @Nullable Language found;

    CurrentLanguage(CurrentVertxRequest request, SignedIn signedIn) {
        this.request = request;
        this.signedIn = signedIn;
    }

    public Language get() {
        Language language = found;
        if (language == null) {
            language = find();
            found = language;
        }
        return language;
    }

    private Language find() {
        RoutingContext context = request.getCurrent();
        if (context == null) {
            return Language.EN;
        }
        Language settled = context.get(SETTLED);
        if (settled != null) {
            return settled;
        }
        return Stream.<Stream<Optional<Language>>>of(Stream.of(asked(context)), Stream.of(chosen()),
                Stream.of(kept(context)), accepted(context)).flatMap(s -> s).flatMap(Optional::stream).findFirst()
                .orElse(Language.EN);
    }

    private Optional<Language> asked(RoutingContext context) {
        return Optional.ofNullable(context.request().getParam("lang")).flatMap(Language::of);
    }

    private Optional<Language> chosen() {
        return signedIn.who().flatMap(who -> Optional.ofNullable(who.language())).flatMap(Language::of);
    }

    private Optional<Language> kept(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(COOKIE)).map(Cookie::getValue).flatMap(Language::of);
    }

    private Stream<Optional<Language>> accepted(RoutingContext context) {
        return context.acceptableLanguages().stream().map(LanguageHeader::value)
                .map(value -> Language.of(value.toLowerCase(Locale.ROOT)));
    }
}
