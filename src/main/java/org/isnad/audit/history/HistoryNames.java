package org.isnad.audit.history;

import java.util.Map;
import java.util.UUID;

/**
 * What persons and ratings are called.
 *
 * @param ratings
 *            by {@code version/code}
 */
public record HistoryNames(Map<UUID, String> people, Map<String, ClaimHeading.RatingName> ratings) {
    public HistoryNames {
        people = Map.copyOf(people);
        ratings = Map.copyOf(ratings);
    }
}
