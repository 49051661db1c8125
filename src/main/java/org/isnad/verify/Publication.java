package org.isnad.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What the proof of a publication must show beside what every bundle must: every edition from the first one on, with its words. */
final class Publication {
    private static final Set<String> EDITIONS = Set.of("VERDICT_PUBLISHED", "CORRECTION_PUBLISHED");
    private static final Set<String> OTHERS = Set.of("CORRECTION_OPENED", "VERDICT_RETRACTED");
    private static final String ERASED = "erased";

    private double editions;

    /** Whether by this event something came before the public, or was taken from it. */
    static boolean isPublic(Event event) {
        return EDITIONS.contains(event.action()) || OTHERS.contains(event.action()) || event.action().equals("ERASED");
    }

    /**
     * @param values
     *            the lines that open the event's values
     * @param where
     *            names them in a report
     */
    void check(Event event, List<byte[]> values, String where, Report report) {
        if (!EDITIONS.contains(event.action())) {
            return;
        }
        if (opened("published", event, values).isEmpty()) {
            report.fault(Say.PUBLICATION_WITHOUT_WORDS, where, event.aggregate(), event.version());
        }
        Optional<Double> number = opened("edition", event, values).flatMap(Publication::after);
        editions++;
        if (number.isEmpty() || number.get() != editions) {
            report.fault(Say.PUBLICATION_EDITION, where, (long) editions,
                    number.map(found -> String.valueOf(found.longValue())).orElse("-"));
            number.ifPresent(found -> editions = found);
        }
    }

    /** The line of a field's value, unless it is withheld. */
    private static Optional<String> opened(String field, Event event, List<byte[]> values) {
        return IntStream.range(0, Math.min(values.size(), event.changes().size()))
                .filter(position -> event.changes().get(position).field().equals(field)).boxed().findFirst()
                .map(position -> new String(values.get(position), StandardCharsets.UTF_8))
                .filter(line -> line.equals(ERASED) || line.indexOf(' ') > 0);
    }

    private static Optional<Double> after(String line) {
        try {
            return Json.parse(line.substring(line.indexOf(' ') + 1)) instanceof Map<?, ?> value
                    && value.get("after") instanceof Double number ? Optional.of(number) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
