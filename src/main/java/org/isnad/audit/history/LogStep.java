package org.isnad.audit.history;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One step of the whole log.
 *
 * @param event
 *            the step itself; its round is 0
 */
public record LogStep(Subject subject, HistoryEvent event) {

    LogStep with(List<HistoryEvent.Change> changes) {
        return new LogStep(subject, event.with(changes));
    }

    /**
     * What a step is about.
     *
     * @param type
     *            as {@link org.isnad.kernel.AggregateType} names it
     * @param text
     *            what it is called now: a claim's wording, an article's title, a person's name; null for what has no name or is not
     *            there
     * @param language
     *            ISO 639 code of the text; null where it has none
     * @param number
     *            of a rating scale; null elsewhere
     */
    public record Subject(String type, UUID id, @Nullable String text, @Nullable String language,
            @Nullable Integer number) {}
}
