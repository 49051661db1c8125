package org.isnad.audit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.HistoryEvent;

/** What an event changed, as JSON: the values as they were written down. */
@ApplicationScoped
class ChangesJson {
    private final ObjectMapper json;

    ChangesJson(ObjectMapper json) {
        this.json = json;
    }

    /** One changed field. */
    @Schema(name = "HistoryChange")
    record Change(String field, JsonNode before, JsonNode after) {}

    @Nullable
    String reason(HistoryEvent event) {
        return event.changes().stream().filter(HistoryEvent.Change::isReason)
                .map(change -> values(change).path("after").asText()).findFirst().orElse(null);
    }

    List<Change> of(HistoryEvent event) {
        return event.changes().stream().filter(change -> !change.isReason()).map(change -> {
            JsonNode values = values(change);
            return new Change(change.field(), values.path("before"), values.path("after"));
        }).toList();
    }

    private JsonNode values(HistoryEvent.Change change) {
        try {
            return json.readTree(change.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
