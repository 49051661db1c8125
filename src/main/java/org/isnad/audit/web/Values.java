package org.isnad.audit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.history.ClaimHeading;
import org.isnad.audit.history.HistoryNames;
import org.isnad.kernel.Ids;
import org.isnad.kernel.text.Direction;
import org.isnad.kernel.text.WordDiff;
import org.isnad.kernel.web.Language;

/**
 * Says in the page's language what the values of a history mean. A value that does not look as expected is shown as it was
 * written down: a history hides nothing.
 *
 * @param names
 *            of the persons and ratings that values mention
 */
record Values(HistoryNames names, Language language) {

    /**
     * @param type
     *            of what changed, as {@link org.isnad.kernel.AggregateType} names it
     */
    ChangeView change(String type, String name, JsonNode values) {
        HistoryField field = HistoryField.of(type, name).orElse(HistoryField.OTHER);
        JsonNode before = values.path("before");
        JsonNode after = values.path("after");
        return switch (field.style()) {
            case PROSE -> ChangeView.text(field, text(before), text(after));
            case WAIVERS -> ChangeView.lines(field, waivers(before, after));
            case CHECKS -> ChangeView.lines(field, checks(after));
            case CITED -> ChangeView.lines(field, cited(before, after));
            case ROLES -> ChangeView.lines(field, roles(before, after));
            case RATINGS -> ChangeView.lines(field, ratings(after));
            case EDITION -> ChangeView.lines(field, edition(after));
            default -> ChangeView.values(field, said(field.style(), before), said(field.style(), after)).called(name);
        };
    }

    /** Null for "was not there" and "is gone". */
    private @Nullable Said said(HistoryField.Style style, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        Said said = switch (style) {
            case STATE, PRIORITY, STANCE, SOURCE -> word(style, value);
            case FEED_STATE -> Said.of("feedstate", "feedState_" + value.asText());
            case ORIGIN_KIND -> Said.of("originkind", "kind_" + value.asText());
            case ARTICLE_STATE -> Said.of("articlestate", "state_" + value.asText());
            case LANGUAGE, PUBLICATION, ATTEMPT, REFUSAL -> Said.of(name(style), value.asText());
            case SEVERAL -> value.isArray() ? Said.number(value.size()) : null;
            case NUMBER -> value.isIntegralNumber() ? Said.number(value.longValue()) : null;
            case CITATION -> citation(value);
            case DAY -> day(value.asText());
            case MOMENT -> moment(value.asText());
            case PERSON -> person(value.asText());
            case RATING -> rating(value);
            case PASSAGE -> value.path("exact").isTextual() ? Said.of("text", value.path("exact").textValue()) : null;
            case ADDRESS -> Said.of("address", value.asText());
            default -> null;
        };
        return said == null ? Said.of("text", value.isTextual() ? value.textValue() : value.toString()) : said;
    }

    /** The features' own message bundles have a text for each constant, under this key. */
    private static Said word(HistoryField.Style style, JsonNode value) {
        return Said.of(name(style), name(style) + "_" + value.asText());
    }

    private static Said citation(JsonNode value) {
        List<String> numbers = value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(n -> "[" + n.asText() + "]").toList()
                : List.of("[" + value.asText() + "]");
        return Said.of("citation", String.join(" ", numbers));
    }

    private static @Nullable Said day(String text) {
        try {
            return Said.day(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static @Nullable Said moment(String text) {
        try {
            return Said.moment(Instant.parse(text));
        } catch (DateTimeParseException notAMoment) {
            return null;
        }
    }

    private @Nullable Said person(String text) {
        return Ids.parse(text).map(names.people()::get).map(name -> Said.of("text", name)).orElse(null);
    }

    private @Nullable Said rating(JsonNode value) {
        ClaimHeading.RatingName name = names.ratings()
                .get(value.path("scale").asText() + "/" + value.path("code").asText());
        return name == null ? null : rating(name, language);
    }

    static Said rating(ClaimHeading.RatingName name, Language language) {
        return Said.rating(name.tone(), language == Language.AR ? name.ar() : name.en());
    }

    private static List<ChangeView.Line> waivers(JsonNode before, JsonNode after) {
        TreeSet<String> pieces = new TreeSet<>();
        before.fieldNames().forEachRemaining(pieces::add);
        after.fieldNames().forEachRemaining(pieces::add);
        return pieces.stream().filter(piece -> !before.path(piece).equals(after.path(piece)))
                .map(piece -> ChangeView.Line.of(Said.of("piece", "piece_" + piece), text(before.path(piece)),
                        text(after.path(piece))))
                .toList();
    }

    private static List<ChangeView.Line> checks(JsonNode checks) {
        return StreamSupport.stream(checks.spliterator(), false)
                .map(check -> new ChangeView.Line(Said.of("check", "check_$" + check.asText()), "", List.of(), ""))
                .toList();
    }

    private static List<ChangeView.Line> roles(JsonNode before, JsonNode after) {
        Set<String> former = texts(before);
        Set<String> now = texts(after);
        return Stream.concat(former.stream(), now.stream()).distinct().sorted()
                .filter(role -> former.contains(role) != now.contains(role))
                .map(role -> new ChangeView.Line(Said.of("role", role), former.contains(role) ? "removed" : "added",
                        List.of(), ""))
                .toList();
    }

    private List<ChangeView.Line> ratings(JsonNode ratings) {
        return StreamSupport.stream(ratings.spliterator(), false)
                .map(one -> new ChangeView.Line(
                        Said.rating(one.path("tone").asText("r0"),
                                one.path(language.tag()).asText(one.path("code").asText())),
                        "", List.of(), ""))
                .toList();
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).collect(Collectors.toSet());
    }

    /** Evidence is known by its number; of a piece that is cited in both revisions, what reads differently is shown. */
    private static List<ChangeView.Line> cited(JsonNode before, JsonNode after) {
        Map<Long, JsonNode> former = byNumber(before);
        Map<Long, JsonNode> now = byNumber(after);
        List<ChangeView.Line> lines = new ArrayList<>();
        TreeSet<Long> numbers = new TreeSet<>(former.keySet());
        numbers.addAll(now.keySet());
        for (Long number : numbers) {
            JsonNode was = former.get(number);
            JsonNode is = now.get(number);
            if (was == null || !was.equals(is)) {
                lines.add(ChangeView.Line.of(Said.of("citation", "[" + number + "]"), evidence(was), evidence(is)));
            }
        }
        return lines;
    }

    /** The words of an edition; what else is in it, the revision's own steps show. */
    private static List<ChangeView.Line> edition(JsonNode content) {
        return Stream.of(HistoryField.WORDING, HistoryField.CLAIMANT, HistoryField.SUMMARY, HistoryField.RATIONALE)
                .filter(part -> !content.path(part.stored()).asText().isEmpty())
                .map(part -> new ChangeView.Line(Said.of("field", "field_$" + part.name()), "",
                        List.of(new WordDiff.Piece(WordDiff.Kind.SAME, content.path(part.stored()).asText())),
                        Direction.of(content.path(part.stored()).asText()).html()))
                .toList();
    }

    private static Map<Long, JsonNode> byNumber(JsonNode list) {
        Map<Long, JsonNode> pieces = new TreeMap<>();
        list.forEach(piece -> pieces.put(piece.path("number").asLong(), piece));
        return pieces;
    }

    private static @Nullable String evidence(@Nullable JsonNode piece) {
        if (piece == null) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        for (String member : List.of("title", "quote", "url")) {
            if (piece.path(member).isTextual()) {
                parts.add(piece.path(member).textValue());
            }
        }
        return String.join("\n", parts);
    }

    private static @Nullable String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? null : value.asText();
    }

    private static String name(HistoryField.Style style) {
        return style.name().toLowerCase(java.util.Locale.ROOT);
    }
}
