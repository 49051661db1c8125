package org.isnad.audit.web;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.audit.history.HistoryFilter;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;

/** Reads the filter from an address. */
final class FilterParameters {
    private FilterParameters() {}

    /** An empty parameter, as an untouched form field sends it, filters nothing; one that cannot be read is refused. */
    static HistoryFilter of(@Nullable String person, @Nullable String action, @Nullable String round,
            @Nullable String refused, List<String> reading) {
        return new HistoryFilter(isSet(person) ? person(person) : null, isSet(action) ? action : null,
                isSet(round) ? round(round) : null, isOn(refused),
                reading.isEmpty() || reading.stream().anyMatch(FilterParameters::isOn));
    }

    /** A ticked box sends 1; beside one that is ticked at first stands a hidden 0. */
    static boolean isOn(@Nullable String parameter) {
        return isSet(parameter) && !"0".equals(parameter);
    }

    static boolean isSet(@Nullable String parameter) {
        return parameter != null && !parameter.isBlank();
    }

    static UUID person(@Nullable String text) {
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
