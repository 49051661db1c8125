package org.isnad.audit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.history.HistoryEvent;
import org.isnad.kernel.text.Erased;

/** What an event changed, as JSON: the values as they were written down. */
@ApplicationScoped
class ChangesJson {
    private final ObjectMapper json;

    ChangesJson(ObjectMapper json) {
        this.json = json;
    }

    /** One changed field. */
    @Schema(name = "HistoryChange")
    record Change(String field, @Nullable JsonNode before, @Nullable JsonNode after,
            @Schema(description = "True when the values were erased; a later step with the action ERASED says so") @Nullable Boolean erased) {}

    /** Why; five blocks when the reason was erased. */
    @Nullable
    String reason(HistoryEvent event) {
        return event.reason().map(reason -> reason.values() == null
                ? Erased.TEXT
                : parsed(reason.values()).path("after").asText()).orElse(null);
    }

    List<Change> of(HistoryEvent event) {
        return event.fields().stream().map(change -> {
            if (change.values() == null) {
                return new Change(change.field(), null, null, true);
            }
            JsonNode values = parsed(change.values());
            return new Change(change.field(), values.path("before"), values.path("after"), null);
        }).toList();
    }

    private JsonNode parsed(String values) {
        try {
            return json.readTree(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
