package org.isnad.audit.history;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.identity.Readings;
import org.isnad.identity.Role;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;

/** The claims whose histories can be read, for whoever may read them all. */
@ApplicationScoped
@Transactional
public class ClaimHistories {
    private static final String CARDS = """
            select c.id, c.wording, c.language, c.claimant, c.state, c.round, total.aggregate_version, last.action, last.at,
                   coalesce(p.name, 'Isnad') as name
            from claim c
            join lateral (select e.action, e.at, e.actor from audit_event e
                          where e.aggregate_type = 'CLAIM' and e.aggregate_id = c.id
                            and e.action not in (:readings)
                          order by e.aggregate_version desc limit 1) last on true
            join lateral (select max(e.aggregate_version) as aggregate_version from audit_event e
                          where e.aggregate_type = 'CLAIM' and e.aggregate_id = c.id) total on true
            left join person p on p.id = last.actor
            where (cast(:after as uuid) is null or c.id < :after) and (cast(:state as text) is null or c.state = :state)
            order by c.id desc
            """;

    private final Session session;
    private final Readings readings;

    ClaimHistories(Session session, Readings readings) {
        this.session = session;
        this.readings = readings;
    }

    /** The claim, and the last step of its history that was more than reading it. */
    public record Card(UUID id, String wording, String language, @Nullable String claimant, String state, int round,
            long steps, String action, Instant at, String person) {}

    /**
     * Claims, the latest proposed first.
     *
     * @param state
     *            only claims in this state; null for any
     * @param after
     *            the cursor of the page before; null for the first
     */
    public Page<Card> newest(@Nullable String state, int limit, @Nullable String after, Actor actor) {
        actor.mustBe(Role.AUDITOR, Role.SENIOR_EDITOR);
        UUID last = Cursor.parts(after, 1).map(
                key -> Ids.parse(key.get(0)).orElseThrow(() -> new Problem.Invalid("after", "not-a-cursor")))
                .orElse(null);
        Page<Card> page = Page.of(
                session.createNativeQuery(CARDS, Tuple.class).addScalar("id", StandardBasicTypes.UUID)
                        .addScalar("wording", StandardBasicTypes.STRING)
                        .addScalar("language", StandardBasicTypes.STRING)
                        .addScalar("claimant", StandardBasicTypes.STRING).addScalar("state", StandardBasicTypes.STRING)
                        .addScalar("round", StandardBasicTypes.INTEGER)
                        .addScalar("aggregate_version", StandardBasicTypes.LONG)
                        .addScalar("action", StandardBasicTypes.STRING).addScalar("at", StandardBasicTypes.INSTANT)
                        .addScalar("name", StandardBasicTypes.STRING)
                        .setParameterList("readings", HistoryFilter.READINGS)
                        .setParameter("after", last, UUID.class)
                        .setParameter("state", state, String.class).setMaxResults(limit + 1).getResultStream()
                        .map(ClaimHistories::card).toList(),
                limit, card -> Cursor.of(card.id()));
        readings.list("histories", page.items().stream().map(Card::id).toList(), actor);
        return page;
    }

    private static Card card(Tuple row) {
        return new Card(row.get("id", UUID.class), row.get("wording", String.class), row.get("language", String.class),
                row.get("claimant", String.class), row.get("state", String.class), row.get("round", Integer.class),
                row.get("aggregate_version", Long.class), row.get("action", String.class),
                row.get("at", Instant.class), row.get("name", String.class));
    }
}
