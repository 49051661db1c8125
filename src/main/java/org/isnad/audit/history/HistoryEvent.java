package org.isnad.audit.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.FieldChange;

/**
 * One step of a history, as it was written down.
 *
 * @param version
 *            the step's number in the history of what it is about, from 1 without gaps; this, and not the time, is the order
 * @param part
 *            what of it the step concerns, such as {@code revision/3} or {@code evidence/0198…}; null for the whole
 * @param evidence
 *            the number of the piece of evidence it concerns, as {@code [n]} in a rationale means it; null for none
 * @param actorName
 *            the acting person's name as the desk knows it now
 * @param round
 *            the round it happened in; opening a correction is the first step of its round
 */
public record HistoryEvent(UUID id, long version, String action, @Nullable String part, @Nullable Integer evidence,
        UUID actor, String actorName, String authentication, Instant at, int round, LogPlace place,
        List<Change> changes) {

    public HistoryEvent {
        changes = List.copyOf(changes);
    }

    HistoryEvent with(List<Change> itsChanges) {
        return new HistoryEvent(id, version, action, part, evidence, actor, actorName, authentication, at, round, place,
                itsChanges);
    }

    /** The revision the step concerns, if it concerns one. */
    public @Nullable Integer revision() {
        return part != null && part.startsWith("revision/")
                ? Integer.valueOf(part.substring("revision/".length()))
                : null;
    }

    /** The step whose values this one says to be erased, if it erases any. */
    public @Nullable Long erasedStep() {
        return part != null && part.startsWith("event/") ? Long.valueOf(part.substring("event/".length())) : null;
    }

    /** Why the actor did it, if the step asks for that. */
    public Optional<Change> reason() {
        return changes.stream().filter(this::isReason).findFirst();
    }

    /** What changed, without the reason. */
    public List<Change> fields() {
        return changes.stream().filter(change -> !isReason(change)).toList();
    }

    /** The reason is written down like a field; but a step that erases names the erased step's reason so. */
    private boolean isReason(Change change) {
        return change.field().equals(FieldChange.REASON) && !action.equals("ERASED");
    }

    /**
     * One changed field, or the reason.
     *
     * @param values
     *            JSON of {@code {"after":…,"before":…}}, the bytes that the event commits to; null when they were erased
     */
    public record Change(String field, @Nullable String values) {}
}
