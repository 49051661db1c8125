package org.isnad.audit.history;

import java.util.List;
import java.util.UUID;

/**
 * What a whole history holds, to choose from.
 *
 * @param events
 *            how many steps there are
 */
public record HistorySummary(List<Person> people, List<String> actions, long events) {
    public HistorySummary {
        people = List.copyOf(people);
        actions = List.copyOf(actions);
    }

    /** Somebody who took a step. */
    public record Person(UUID id, String name) {}
}
