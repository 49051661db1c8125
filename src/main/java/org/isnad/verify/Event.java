package org.isnad.verify;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.isnad.tlog.Hash;

/**
 * What an event's canonical bytes say, as far as it is checked.
 *
 * @param version
 *            the event's number within its aggregate, from 1 on
 * @param part
 *            what of the aggregate; null for the whole
 */
record Event(Aggregate aggregate, long version, String action, @Nullable String part, List<Change> changes) {
    /** The thing whose history an event belongs to. */
    record Aggregate(String type, String id) {
        @Override
        public String toString() {
            return type + " " + id;
        }
    }

    /** A changed field and the hash that stands for its values. */
    record Change(String field, Hash commitment) {}

    Event {
        changes = List.copyOf(changes);
    }

    /**
     * @throws IllegalArgumentException
     *             when the bytes are no event
     */
    static Event parse(byte[] canonical) {
        Map<?, ?> event = object(Json.parse(Bytes.utf8(canonical)), "event");
        Map<?, ?> aggregate = object(event.get("aggregate"), "aggregate");
        Object part = event.get("part");
        if (!(event.get("changes") instanceof List<?> changes)) {
            throw new IllegalArgumentException("no list of changes");
        }
        return new Event(new Aggregate(text(aggregate, "type"), text(aggregate, "id")), version(aggregate),
                text(event, "action"), part == null ? null : text(event, "part"),
                changes.stream().map(Event::change).toList());
    }

    private static Change change(@Nullable Object value) {
        Map<?, ?> change = object(value, "change");
        return new Change(text(change, "field"), Hash.of(Bytes.hash(text(change, "commitment"))));
    }

    private static long version(Map<?, ?> aggregate) {
        // Beyond 2^53 a double is not exact; no aggregate has as many events.
        if (aggregate.get("version") instanceof Double version && version >= 1 && version < 1L << 53
                && version == Math.rint(version)) {
            return version.longValue();
        }
        throw new IllegalArgumentException("no version of the aggregate");
    }

    private static Map<?, ?> object(@Nullable Object value, String name) {
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw new IllegalArgumentException("the " + name + " is no object");
    }

    private static String text(Map<?, ?> object, String name) {
        if (object.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text " + name);
    }

    /**
     * Whether this event says that a value of an earlier one was erased: {@code part} is {@code event/VERSION}, and its changes name
     * the field, or none at all when everything of that event was erased.
     */
    boolean erases(Aggregate of, long earlierVersion, String field) {
        return action.endsWith("ERASED") && aggregate.equals(of) && ("event/" + earlierVersion).equals(part)
                && (changes.isEmpty() || changes.stream().anyMatch(change -> change.field().equals(field)));
    }
}
