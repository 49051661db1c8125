package org.isnad.kernel.web;

import java.text.Collator;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import org.isnad.kernel.text.Erased;

/**
 * How a page writes times and numbers: in its language's digits and the person's time zone. Templates use it as
 * {@code cdi:fmt}, mostly through the tags {@code moment}, {@code day}, {@code ago} and {@code due}.
 */
@Named("fmt")
@RequestScoped
public class Formats {
    /** The browser's time zone (IANA name), set by its script. */
    private static final String ZONE_COOKIE = "isnad-zone";

    private final CurrentLanguage language;
    private final CurrentVertxRequest request;
    private final Clock clock;
    private final Optional<ZoneId> fixedZone;

    Formats(CurrentLanguage language, CurrentVertxRequest request, Clock clock,
            @ConfigProperty(name = "isnad.zone") Optional<String> fixedZone) {
        this.language = language;
        this.request = request;
        this.clock = clock;
        // As text: the converter of zones trips over a setting that is not there.
        this.fixedZone = fixedZone.map(ZoneId::of);
    }

    /** The zone times are shown in: {@code isnad.zone} where the newsroom set one, else the browser's, else UTC. */
    public ZoneId zone() {
        return fixedZone.or(this::browserZone).orElse(ZoneOffset.UTC);
    }

    /**
     * The zone that the page was written for, for its script to compare with the browser's; null where the newsroom set one, and
     * on the answer to a form, which cannot simply be asked for again.
     */
    public @Nullable String assumedZone() {
        RoutingContext context = request.getCurrent();
        return fixedZone.isPresent() || context == null || context.request().method() != HttpMethod.GET
                ? null
                : zone().getId();
    }

    /** A name or text inside other words, with the page's word in place of the blocks of an erased one. */
    public String named(String text) {
        return Erased.is(text)
                ? MessageBundles.get(LayoutMessages.class, Localized.Literal.of(language.get().tag())).erased()
                : text;
    }

    /** A language's name, by its ISO 639 code; {@code und} for unknown. */
    public String languageName(String code) {
        return code.equals("und")
                ? MessageBundles.get(LayoutMessages.class, Localized.Literal.of(language.get().tag())).languageUnknown()
                : Locale.forLanguageTag(code).getDisplayLanguage(language.get().locale());
    }

    /** Languages in the order of their names. */
    public List<String> byName(List<String> codes) {
        return codes.stream()
                .sorted(Comparator.comparing(this::languageName, Collator.getInstance(language.get().locale())))
                .toList();
    }

    public String number(Number n) {
        return NumberFormat.getIntegerInstance(language.get().locale()).format(n);
    }

    /** A date and time of this year without the year, otherwise with it. */
    public String moment(Instant at) {
        boolean thisYear = at.atZone(zone()).getYear() == today().getYear();
        String date = thisYear ? "d MMM" : "d MMM yyyy";
        return format(date, at.atZone(zone())) + (language.get() == Language.AR ? "، " : ", ")
                + time(at);
    }

    /** Says that it is UTC as long as nobody knows the person's zone. */
    public String time(Instant at) {
        String time = format("HH:mm", at.atZone(zone()));
        return fixedZone.or(this::browserZone).isPresent() ? time : time + " UTC";
    }

    public String day(LocalDate date) {
        return format("d MMM yyyy", date);
    }

    public String dayOf(Instant at) {
        return day(date(at));
    }

    /** The day with its name and without the year, as list headings show it. */
    public String weekday(LocalDate date) {
        return format("EEE d MMM", date);
    }

    /** The exact moment for the machine ({@code datetime} attribute). */
    public String iso(Instant at) {
        return at.toString();
    }

    /** The exact moment for the person who hovers, always UTC. */
    public String utc(Instant at) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").format(at.atOffset(ZoneOffset.UTC));
    }

    /** What an {@code input type="datetime-local"} holds for the moment. */
    public String local(Instant at) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").format(at.atZone(zone()));
    }

    public LocalDate date(Instant at) {
        return at.atZone(zone()).toLocalDate();
    }

    public LocalDate today() {
        return date(clock.instant());
    }

    /** How long ago the moment was, or how far ahead it is, in the largest unit that fits. */
    public Distance distance(Instant at) {
        return Distance.between(clock.instant(), at);
    }

    /** The CLDR plural category of a count in the page's language: zero, one, two, few, many or other. */
    public String plural(Number count) {
        return Plural.of(language.get(), count.longValue());
    }

    private String format(String pattern, TemporalAccessor value) {
        return DateTimeFormatter.ofPattern(pattern).localizedBy(language.get().locale()).format(value);
    }

    private Optional<ZoneId> browserZone() {
        RoutingContext context = request.getCurrent();
        return context == null
                ? Optional.empty()
                : Optional.ofNullable(context.request().getCookie(ZONE_COOKIE)).map(Cookie::getValue)
                        .flatMap(Formats::zone);
    }

    private static Optional<ZoneId> zone(String cookie) {
        try {
            return Optional.of(ZoneId.of(cookie.replace("%2F", "/")));
        } catch (DateTimeException e) {
            // Whatever a browser sends, the page is shown.
            return Optional.empty();
        }
    }

    /**
     * A rounded distance in time.
     *
     * @param past
     *            whether the moment lies behind
     */
    public record Distance(Unit unit, long count, boolean past) {
        /** What the distance is counted in; NOW is less than a minute. */
        public enum Unit {
            NOW,
            MINUTES,
            HOURS,
            DAYS
        }

        static Distance between(Instant now, Instant at) {
            Duration span = Duration.between(now, at);
            boolean past = span.isNegative();
            Duration length = span.abs();
            if (length.toMinutes() == 0) {
                return new Distance(Unit.NOW, 0, past);
            }
            if (length.toHours() == 0) {
                return new Distance(Unit.MINUTES, length.toMinutes(), past);
            }
            return length.toDays() == 0
                    ? new Distance(Unit.HOURS, length.toHours(), past)
                    : new Distance(Unit.DAYS, length.toDays(), past);
        }
    }
}
