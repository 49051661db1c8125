package org.isnad.kernel.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The page frame of a request; layouts read it as {@code cdi:shell}, so that pages pass only what is theirs. */
@Named("shell")
@RequestScoped
public class Shell {
    /** Kept by the browser's theme switch, so that the first paint is already right. */
    private static final String THEME_COOKIE = "isnad-theme";

    private final CurrentVertxRequest request;
    private final CurrentLanguage language;
    private final SignedIn signedIn;
    private final SectionCounts counts;

    Shell(CurrentVertxRequest request, CurrentLanguage language, SignedIn signedIn, SectionCounts counts) {
        this.request = request;
        this.language = language;
        this.signedIn = signedIn;
        this.counts = counts;
    }

    public Language language() {
        return language.get();
    }

    /** Who is signed in; null for a reader of the public pages. */
    public SignedIn.@Nullable Who who() {
        return signedIn.who().orElse(null);
    }

    /** The theme the browser remembers, or light until its script has looked at the system's preference. */
    public String theme() {
        return context().map(c -> c.request().getCookie(THEME_COOKIE)).map(Cookie::getValue)
                .filter("dark"::equals).orElse("light");
    }

    /** The top bar's entries for the person's roles. */
    public List<Entry> entries() {
        SignedIn.Who who = who();
        if (who == null) {
            return List.of();
        }
        Map<Section, Long> waiting = counts.waiting();
        return Stream.of(Section.values()).filter(section -> section.isFor(who.roles()))
                .map(section -> new Entry(section, waiting.get(section), section.contains(path()))).toList();
    }

    /** The request's path, without its parameters. */
    public String path() {
        return context().map(c -> c.request().path()).orElse("/");
    }

    /** Path and parameters, to come back to after the language was changed. */
    public String address() {
        return context().filter(c -> c.request().method() == HttpMethod.GET).map(c -> c.request().uri()).orElse("/");
    }

    /** Whether the page answers a form that was sent: it has no address to come back to. */
    public boolean answer() {
        return context().filter(c -> c.request().method() == HttpMethod.POST).isPresent();
    }

    private Optional<RoutingContext> context() {
        return Optional.ofNullable(request.getCurrent());
    }

    /**
     * One entry of the top bar.
     *
     * @param waiting
     *            how much waits there; null where nothing is counted
     */
    public record Entry(Section section, @Nullable Long waiting, boolean current) {}
}
