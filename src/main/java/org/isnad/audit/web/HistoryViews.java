package org.isnad.audit.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.check.Verification;
import org.isnad.audit.history.ClaimHeading;
import org.isnad.audit.history.ClaimHistory;
import org.isnad.audit.history.HistoryEvent;
import org.isnad.audit.history.HistoryFilter;
import org.isnad.audit.history.HistorySummary;
import org.isnad.audit.proof.ClaimProof;
import org.isnad.identity.Actor;
import org.isnad.identity.Reading;
import org.isnad.identity.Role;
import org.isnad.kernel.Page;
import org.isnad.kernel.web.Language;

/** Puts the history page together: a fixed number of statements, however many steps there are. */
@ApplicationScoped
class HistoryViews {
    private static final int PAGE = 50;
    /** More steps than any claim has. */
    private static final int WHOLE = 100_000;
    private static final String CLAIM = "CLAIM";

    private final ClaimHistory history;
    private final ClaimProof proof;
    private final EventViews events;

    HistoryViews(ClaimHistory history, ClaimProof proof, EventViews events) {
        this.history = history;
        this.proof = proof;
        this.events = events;
    }

    /**
     * @param verify
     *            whether to check everything now
     */
    HistoryView of(UUID id, HistoryFilter filter, boolean verify, @Nullable String after, Actor actor,
            Language language) {
        return of(id, Reading.HISTORY_READ, filter, verify, PAGE, after, actor, language);
    }

    /** All steps at once, for a file. */
    HistoryView whole(UUID id, Actor actor, Language language) {
        return of(id, Reading.BUNDLE_EXPORTED, HistoryFilter.ALL, false, WHOLE, null, actor, language);
    }

    private HistoryView of(UUID id, Reading reading, HistoryFilter filter, boolean verify, int limit,
            @Nullable String after, Actor actor, Language language) {
        ClaimHeading claim = history.heading(id, reading, actor);
        HistorySummary summary = history.summary(claim);
        Page<HistoryEvent> page = history.events(claim, filter, limit, after);
        List<HistoryView.Event> shown = events
                .shown(page.items().stream().map(event -> new EventViews.Typed(CLAIM, event)).toList(), language);
        ProofView state = new ProofView(proof.state(claim).orElse(null),
                verify ? checked(proof.verify(claim), language) : null);
        Said rating = Optional.ofNullable(claim.rating()).map(name -> Values.rating(name, language)).orElse(null);
        return new HistoryView(claim, rating, summary, filter, state,
                summary.actions().stream().map(HistoryAction::of).flatMap(Optional::stream).toList(),
                IntStream.rangeClosed(1, claim.round()).boxed().toList(),
                HistoryView.Step.of(shown.stream().map(state::marked).toList()),
                page.next() == null ? null : earlier(claim, filter, verify, page.next()), after == null,
                actor.isAny(Role.AUDITOR, Role.SENIOR_EDITOR));
    }

    private ProofView.Checked checked(Verification found, Language language) {
        Values values = new Values(history.names(Set.of(), scales(found)), language);
        return new ProofView.Checked(found, found.rows().stream().map(row -> new ProofView.Row(row,
                row.fields().stream().flatMap(field -> difference(field, values)).toList())).toList());
    }

    /** A field that says the same in the history and in the database is not what differs. */
    private Stream<ChangeView> difference(Verification.Field field, Values values) {
        JsonNode recorded = events.parsed(field.recorded()).path("after");
        JsonNode present = events.parsed(field.present());
        return recorded.isNull() || recorded.equals(present)
                ? Stream.empty()
                : Stream.of(values.change(CLAIM, field.name(),
                        JsonNodeFactory.instance
                                .objectNode().<com.fasterxml.jackson.databind.node.ObjectNode>set("before", recorded)
                                .set("after", present)));
    }

    private Set<Integer> scales(Verification found) {
        return found.rows().stream().flatMap(row -> row.fields().stream())
                .filter(field -> field.name().equals("rating"))
                .flatMap(field -> Stream.of(events.parsed(field.recorded()).path("after"),
                        events.parsed(field.present())))
                .map(rating -> rating.path("scale")).filter(JsonNode::isInt).map(JsonNode::intValue)
                .collect(Collectors.toSet());
    }

    private static String earlier(ClaimHeading claim, HistoryFilter filter, boolean verify, String cursor) {
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
        if (filter.refused()) {
            address.append("&refused=1");
        }
        if (!filter.reading()) {
            address.append("&reading=0");
        }
        if (verify) {
            address.append("&verify=now");
        }
        return address.toString();
    }
}
