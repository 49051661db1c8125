package org.isnad.audit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.ClaimHeading;
import org.isnad.audit.ClaimHistory;
import org.isnad.audit.HistoryEvent;
import org.isnad.audit.HistoryFilter;
import org.isnad.audit.HistorySummary;
import org.isnad.identity.Actor;
import org.isnad.identity.Reading;
import org.isnad.identity.Role;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.text.Direction;
import org.isnad.kernel.web.Language;

/** Puts the history page together: a fixed number of statements, however many steps there are. */
@ApplicationScoped
class HistoryViews {
    private static final int PAGE = 50;
    /** More steps than any claim has. */
    private static final int WHOLE = 100_000;

    private final ClaimHistory history;
    private final ObjectMapper json;

    HistoryViews(ClaimHistory history, ObjectMapper json) {
        this.history = history;
        this.json = json;
    }

    HistoryView of(UUID id, HistoryFilter filter, @Nullable String after, Actor actor, Language language) {
        return of(id, Reading.HISTORY_READ, filter, PAGE, after, actor, language);
    }

    /** All steps at once, for a file. */
    HistoryView whole(UUID id, Actor actor, Language language) {
        return of(id, Reading.BUNDLE_EXPORTED, HistoryFilter.ALL, WHOLE, null, actor, language);
    }

    private HistoryView of(UUID id, Reading reading, HistoryFilter filter, int limit, @Nullable String after,
            Actor actor,
            Language language) {
        ClaimHeading claim = history.heading(id, reading, actor);
        HistorySummary summary = history.summary(claim);
        Page<HistoryEvent> page = history.events(claim, filter, limit, after);
        List<Read> read = page.items().stream().map(this::read).toList();
        Values values = new Values(history.names(people(read), scales(read)), language);
        Said rating = Optional.ofNullable(claim.rating()).map(name -> Values.rating(name, language)).orElse(null);
        return new HistoryView(claim, rating, summary, filter,
                summary.actions().stream().map(HistoryAction::of).flatMap(Optional::stream).toList(),
                IntStream.rangeClosed(1, claim.round()).boxed().toList(),
                HistoryView.Step.of(read.stream().map(event -> shown(event, values)).toList()),
                page.next() == null ? null : earlier(claim, filter, page.next()), after == null,
                actor.isAny(Role.AUDITOR, Role.SENIOR_EDITOR));
    }

    private HistoryView.Event shown(Read read, Values values) {
        HistoryEvent event = read.event;
        @Nullable
        String reason = read.values.entrySet().stream().filter(e -> e.getKey().isReason())
                .map(e -> e.getValue().path("after").asText()).findFirst().orElse(null);
        List<ChangeView> changes = event.changes().stream().filter(change -> !change.isReason())
                .map(change -> values.change(change.field(), read.of(change))).toList();
        return new HistoryView.Event(event.version(), HistoryAction.of(event.action()).orElse(null), event.action(),
                event.actor(), event.actorName(), through(event.authentication()), event.at(), event.revision(),
                event.evidence(), event.round(), reason, Direction.of(reason == null ? "" : reason).html(), changes);
    }

    private Read read(HistoryEvent event) {
        return new Read(event, event.changes().stream().collect(Collectors.toMap(change -> change, this::values)));
    }

    private JsonNode values(HistoryEvent.Change change) {
        try {
            return json.readTree(change.values());
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
        return events.stream().flatMap(event -> event.values.entrySet().stream())
                .filter(e -> HistoryField.of(e.getKey().field()).filter(f -> f.style() == style).isPresent())
                .flatMap(e -> Stream.of(e.getValue().path("before"), e.getValue().path("after")));
    }

    private static @Nullable String through(String authentication) {
        if (authentication.startsWith("system:")) {
            return null;
        }
        int client = authentication.indexOf(':');
        return client < 0 ? "" : authentication.substring(client + 1);
    }

    private static String earlier(ClaimHeading claim, HistoryFilter filter, String cursor) {
        StringBuilder address = new StringBuilder(HistoryView.address(claim.id())).append("?after=").append(cursor);
        if (filter.person() != null) {
            address.append("&person=").append(filter.person());
        }
        if (filter.action() != null) {
            address.append("&action=").append(URLEncoder.encode(filter.action(), StandardCharsets.UTF_8));
        }
        if (filter.round() != null) {
            address.append("&round=").append(filter.round());
        }
        return address.toString();
    }

    /** An event with its values parsed once. */
    private record Read(HistoryEvent event, Map<HistoryEvent.Change, JsonNode> values) {
        JsonNode of(HistoryEvent.Change change) {
            JsonNode value = values.get(change);
            if (value == null) {
                throw new IllegalArgumentException("Not a change of this event: " + change.field());
            }
            return value;
        }
    }
}
