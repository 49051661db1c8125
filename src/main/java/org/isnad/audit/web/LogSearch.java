package org.isnad.audit.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.isnad.audit.history.LogFilter;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;

/** What an address asks of the log, as it was typed; empty text and null ask for nothing. */
record LogSearch(@Nullable String person, @Nullable String action, @Nullable String from, @Nullable String to,
        @Nullable String about, @Nullable String refused) {
    private static final Pattern ID = Pattern
            .compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern ACTION = Pattern.compile("[A-Z_]{1,60}");

    static final LogSearch ALL = new LogSearch(null, null, null, null, null, null);

    /**
     * The filter, with days in a person's time zone; the last one is still in it.
     *
     * @throws Problem.Invalid
     *             naming every parameter that cannot be read
     */
    LogFilter inDays(ZoneId zone) {
        List<Problem.FieldError> errors = new ArrayList<>();
        @Nullable
        Instant since = day("from", from, errors).map(day -> day.atStartOfDay(zone).toInstant()).orElse(null);
        @Nullable
        Instant until = day("to", to, errors).map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()).orElse(null);
        return filter(since, until, errors);
    }

    /**
     * The filter, with moments as programs write them (RFC 3339).
     *
     * @throws Problem.Invalid
     *             naming every parameter that cannot be read
     */
    LogFilter inMoments() {
        List<Problem.FieldError> errors = new ArrayList<>();
        return filter(moment("from", from, errors), moment("to", to, errors), errors);
    }

    private LogFilter filter(@Nullable Instant since, @Nullable Instant until, List<Problem.FieldError> errors) {
        @Nullable
        UUID who = null;
        if (FilterParameters.isSet(person)) {
            who = Ids.parse(String.valueOf(person)).orElse(null);
            if (who == null) {
                errors.add(error("person", "invalid"));
            }
        }
        @Nullable
        UUID what = null;
        if (FilterParameters.isSet(about)) {
            what = id(String.valueOf(about)).orElse(null);
            if (what == null) {
                errors.add(error("about", "not-an-address"));
            }
        }
        if (FilterParameters.isSet(action) && !ACTION.matcher(String.valueOf(action)).matches()) {
            errors.add(error("action", "invalid"));
        }
        if (!errors.isEmpty()) {
            throw new Problem.Invalid(errors);
        }
        return new LogFilter(who, FilterParameters.isSet(action) ? action : null, since, until, what,
                FilterParameters.isOn(refused));
    }

    /** An id, or the first one in an address of the desk. */
    private static Optional<UUID> id(String text) {
        return ID.matcher(text).results().map(MatchResult::group).findFirst().flatMap(Ids::parse);
    }

    /** Years beyond four digits are typing mistakes, which no index knows. */
    private static Optional<LocalDate> day(String field, @Nullable String text, List<Problem.FieldError> errors) {
        if (!FilterParameters.isSet(text)) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(String.valueOf(text).strip());
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException e) {
            // Said below, together with impossible years.
        }
        errors.add(error(field, "not-a-date"));
        return Optional.empty();
    }

    private static @Nullable Instant moment(String field, @Nullable String text, List<Problem.FieldError> errors) {
        if (!FilterParameters.isSet(text)) {
            return null;
        }
        try {
            Instant moment = java.time.OffsetDateTime.parse(String.valueOf(text).strip()).toInstant();
            if (moment.isAfter(Instant.parse("0001-01-01T00:00:00Z"))
                    && moment.isBefore(Instant.parse("9999-12-31T00:00:00Z"))) {
                return moment;
            }
        } catch (DateTimeException e) {
            // Said below, together with impossible years.
        }
        errors.add(error(field, "not-a-moment"));
        return null;
    }

    private static Problem.FieldError error(String field, String code) {
        return new Problem.FieldError(field, code, Map.of());
    }

    /** The parameters of an address that asks the same, each with an ampersand after it. */
    public String query() {
        StringBuilder query = new StringBuilder();
        add("person", person, query);
        add("action", action, query);
        add("from", from, query);
        add("to", to, query);
        add("about", about, query);
        if (FilterParameters.isOn(refused)) {
            query.append("refused=1&");
        }
        return query.toString();
    }

    private static void add(String name, @Nullable String value, StringBuilder query) {
        if (FilterParameters.isSet(value)) {
            query.append(name).append('=').append(URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8))
                    .append('&');
        }
    }

    public boolean isRefused() {
        return FilterParameters.isOn(refused);
    }
}
