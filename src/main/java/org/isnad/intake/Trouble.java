package org.isnad.intake;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.isnad.article.CodePoints;
import org.isnad.kernel.Problem;
import org.isnad.kernel.outbound.Exchange;
import org.isnad.kernel.outbound.FetchFailed;

/**
 * Why nothing became of a row.
 *
 * @param reason
 *            stable code that names the text in each language: a field and what is wrong with it ({@code title-required}), what a
 *            document is not ({@code not-text}, {@code empty}), why nothing was fetched ({@code fetch-timeout}), or
 *            {@code not-allowed}, {@code not-readable}, {@code gave-up}, {@code broken}, …
 * @param parameters
 *            what that text mentions: {@code row}, {@code line}, {@code column}, {@code field}, {@code max}, {@code attempts},
 *            {@code status} or {@code wrong}, which is what stands in the row's field; each at most 200 code points
 * @param detail
 *            a sentence in English, at most 1,000 code points
 */
public record Trouble(String reason, Map<String, String> parameters, String detail) {
    private static final int LONGEST = 1000;
    private static final int LONGEST_PARAMETER = 200;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    public Trouble {
        detail = storable(detail, LONGEST);
        Map<String, String> kept = new LinkedHashMap<>();
        parameters.forEach((name, value) -> kept.put(name, storable(value.replaceAll("\\R", " "), LONGEST_PARAMETER)));
        parameters = Map.copyOf(kept);
    }

    public Trouble(String reason, String detail) {
        this(reason, Map.of(), detail);
    }

    static Trouble of(Problem problem) {
        String sentence = String.valueOf(problem.getMessage());
        if (problem instanceof Problem.Invalid invalid) {
            Problem.FieldError first = invalid.errors().get(0);
            Map<String, String> mentioned = new LinkedHashMap<>();
            first.details().forEach((name, value) -> mentioned.put(name, String.valueOf(value)));
            return new Trouble(first.field() + "-" + first.code(), mentioned, sentence);
        }
        return new Trouble(problem instanceof Problem.NotAllowed ? "not-allowed" : problem.code(), sentence);
    }

    /** Why nothing lies at an address that can be used. */
    public static Trouble of(FetchFailed why) {
        return fetch(why.reason().name(), why.trace().last().map(Exchange::status).filter(status -> status > 0),
                String.valueOf(why.getMessage()));
    }

    /** @param failure as {@link FetchFailed.Reason} names it */
    static Trouble fetch(String failure, Optional<Integer> status, String detail) {
        return new Trouble("fetch-" + failure.toLowerCase(Locale.ROOT).replace('_', '-'),
                status.<Map<String, String>>map(code -> Map.of("status", code.toString())).orElse(Map.of()), detail);
    }

    /** What was fetched is not kept any more. */
    static Trouble forgotten() {
        return new Trouble("fetch-forgotten", "What was fetched was forgotten.");
    }

    /** The parameters as they are stored: a name and a value in each line. */
    String parameterLines() {
        return parameters.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining("\n"));
    }

    /** What {@link #parameterLines} wrote; null: nothing. */
    static Map<String, String> parameters(@Nullable String lines) {
        return lines == null
                ? Map.of()
                : lines.lines().map(line -> line.split("=", 2)).filter(pair -> pair.length == 2)
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    public boolean has(String parameter) {
        return parameters.containsKey(parameter);
    }

    /** A parameter that is no number; empty where it is not given. */
    public String text(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }

    /** A parameter that is a number; 0 where it is none. */
    public long number(String parameter) {
        String value = text(parameter);
        return NUMBER.matcher(value).matches() ? Long.parseLong(value) : 0;
    }

    private static String storable(String text, int longest) {
        return CodePoints.head(String.valueOf(Storable.text(text)), longest);
    }
}
