package org.isnad.audit.web;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.audit.HistoryFilter;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;

/** Reads the filter from an address. */
final class FilterParameters {
    private FilterParameters() {}

    /** An empty parameter, as an untouched form field sends it, filters nothing; one that cannot be read is refused. */
    static HistoryFilter of(@Nullable String person, @Nullable String action, @Nullable String round) {
        return new HistoryFilter(isSet(person) ? person(person) : null, isSet(action) ? action : null,
                isSet(round) ? round(round) : null);
    }

    private static boolean isSet(@Nullable String parameter) {
        return parameter != null && !parameter.isBlank();
    }

    private static UUID person(@Nullable String text) {
        return Ids.parse(String.valueOf(text)).orElseThrow(() -> new Problem.Invalid("person", "invalid"));
    }

    private static Integer round(@Nullable String text) {
        try {
            return Integer.valueOf(String.valueOf(text));
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("round", "invalid");
        }
    }
}
