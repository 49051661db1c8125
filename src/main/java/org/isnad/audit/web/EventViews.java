package org.isnad.audit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.history.ClaimHistory;
import org.isnad.audit.history.HistoryEvent;
import org.isnad.kernel.Ids;
import org.isnad.kernel.text.Direction;
import org.isnad.kernel.text.Erased;
import org.isnad.kernel.web.Language;

/** Says what events mean: their values in the page's language, persons and ratings by name. One statement for all of them. */
@ApplicationScoped
class EventViews {
    private final ClaimHistory history;
    private final ObjectMapper json;

    EventViews(ClaimHistory history, ObjectMapper json) {
        this.history = history;
        this.json = json;
    }

    /**
     * An event of an aggregate.
     *
     * @param type
     *            as {@link org.isnad.kernel.AggregateType} names it
     */
    record Typed(String type, HistoryEvent event) {}

    /** In the same order. */
    List<HistoryView.Event> shown(List<Typed> events, Language language) {
        List<Read> read = events.stream().map(this::read).toList();
        Values values = new Values(history.names(people(read), scales(read)), language);
        return read.stream().map(event -> shown(event, values)).toList();
    }

    private HistoryView.Event shown(Read read, Values values) {
        HistoryEvent event = read.event;
        @Nullable
        String reason = event.reason()
                .map(change -> change.values() == null ? Erased.TEXT : read.of(change).path("after").asText())
                .orElse(null);
        // A step that erases says only which fields, and why; what stood there is not for its own values to tell.
        boolean erases = event.action().equals(HistoryAction.ERASED.name());
        List<ChangeView> changes = event.fields().stream()
                .map(change -> change.values() == null || erases && !change.field().equals(HistoryField.WHY.stored())
                        ? ChangeView.erased(read.type, change.field())
                        : values.change(read.type, change.field(), read.of(change)))
                // One step may erase the same from several rows, such as the words and what stood around them.
                .distinct().toList();
        return new HistoryView.Event(event.version(), HistoryAction.of(event.action()).orElse(null), event.action(),
                event.actor(), event.actorName(), through(event.authentication()), event.at(), event.revision(),
                event.evidence(), event.erasedStep(), event.round(), event.place(), HistoryView.Checked.NOT, List.of(),
                reason,
                Direction.of(reason == null ? "" : reason).html(), changes);
    }

    private Read read(Typed typed) {
        Map<HistoryEvent.Change, JsonNode> values = new HashMap<>();
        for (HistoryEvent.Change change : typed.event().changes()) {
            if (change.values() != null) {
                values.put(change, parsed(change.values()));
            }
        }
        return new Read(typed.type(), typed.event(), values);
    }

    JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<UUID> people(List<Read> events) {
        return mentioned(events, HistoryField.Style.PERSON).map(JsonNode::asText).map(Ids::parse)
                .flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private static Set<Integer> scales(List<Read> events) {
        return mentioned(events, HistoryField.Style.RATING).map(rating -> rating.path("scale"))
                .filter(JsonNode::isInt).map(JsonNode::intValue).collect(Collectors.toSet());
    }

    private static Stream<JsonNode> mentioned(List<Read> events, HistoryField.Style style) {
        return events.stream()
                .flatMap(event -> event.values.entrySet().stream()
                        .filter(e -> HistoryField.of(event.type, e.getKey().field()).filter(f -> f.style() == style)
                                .isPresent()))
                .flatMap(e -> Stream.of(e.getValue().path("before"), e.getValue().path("after")));
    }

    private static @Nullable String through(String authentication) {
        if (authentication.startsWith("system:")) {
            return null;
        }
        int client = authentication.indexOf(':');
        return client < 0 ? "" : authentication.substring(client + 1);
    }

    /** An event with its values parsed once, as far as they are not erased. */
    private record Read(String type, HistoryEvent event, Map<HistoryEvent.Change, JsonNode> values) {
        JsonNode of(HistoryEvent.Change change) {
            JsonNode value = values.get(change);
            if (value == null) {
                throw new IllegalArgumentException("Not a change of this event: " + change.field());
            }
            return value;
        }
    }
}
