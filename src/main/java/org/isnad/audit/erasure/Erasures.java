package org.isnad.audit.erasure;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.identity.Reading;
import org.isnad.identity.Readings;
import org.isnad.identity.Role;
import org.isnad.kernel.AggregateType;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;

/** Reads requests for erasure. What they are about is read by auditors only. */
@ApplicationScoped
@Transactional
public class Erasures {
    private static final String ROWS = """
            select e.id, e.state, e.target_type, e.target_id, t.name as target_name, e.parts, e.what, e.why, a.id as asked_by,
                   a.name as asked_by_name, e.asked_at, d.name as decided_by_name, e.ended_at, e.reason, e.version,
                   (select count(*) from erasure_item i where i.erasure_id = e.id) as erased
            from erasure e join person a on a.id = e.asked_by left join person d on d.id = e.decided_by
            left join person t on e.target_type = 'PERSON' and t.id = e.target_id
            """;
    private static final int MOST_PEOPLE = 50;

    private final Session session;
    private final ErasureStore store;
    private final Readings readings;

    Erasures(Session session, ErasureStore store, Readings readings) {
        this.session = session;
        this.store = store;
        this.readings = readings;
    }

    /**
     * A request.
     *
     * @param targetName
     *            the person's name as it is now; null for a claim or an article, whose words only auditors read
     * @param reason
     *            why it was refused or withdrawn
     * @param erased
     *            how many values went
     */
    public record Card(UUID id, ErasureState state, ErasureTarget target, UUID targetId, @Nullable String targetName,
            Set<ErasurePart> parts, String what, String why, UUID askedBy, String askedByName, Instant askedAt,
            @Nullable String decidedByName, @Nullable Instant endedAt, @Nullable String reason, long version,
            long erased) {
        public boolean isAsked() {
            return state == ErasureState.ASKED;
        }
    }

    /** Somebody whose name can be erased. */
    public record Named(UUID id, String name, List<String> roles) {}

    /**
     * Requests, the newest first.
     *
     * @param state
     *            only those in this state; null for any
     * @param after
     *            the cursor of the page before; null for the first
     */
    public Page<Card> newest(@Nullable ErasureState state, int limit, @Nullable String after, Actor actor) {
        actor.mustBe(Role.ADMIN, Role.AUDITOR);
        UUID last = Cursor.parts(after, 1).map(
                key -> Ids.parse(key.get(0)).orElseThrow(() -> new Problem.Invalid("after", "not-a-cursor")))
                .orElse(null);
        return Page.of(
                cards("where (cast(:after as uuid) is null or e.id < :after) "
                        + "and (cast(:state as text) is null or e.state = :state) order by e.id desc")
                        .setParameter("after", last, UUID.class)
                        .setParameter("state", state == null ? null : state.name(), String.class)
                        .setMaxResults(limit + 1).getResultStream().map(Erasures::card).toList(),
                limit, card -> Cursor.of(card.id()));
    }

    public Card one(UUID id, Actor actor) {
        actor.mustBe(Role.ADMIN, Role.AUDITOR);
        return cards("where e.id = :id").setParameter("id", id).getResultStream().map(Erasures::card).findFirst()
                .orElseThrow(() -> new Problem.NotFound("erasure"));
    }

    /** Everything that a request's target holds and that can be erased, for whoever decides; looking at it is an event. */
    public ErasableValues values(Card request, Actor actor) {
        actor.mustBe(Role.AUDITOR);
        switch (request.target()) {
            case CLAIM -> readings.of(AggregateType.CLAIM, request.targetId(), Reading.HISTORY_READ, actor);
            case ARTICLE -> readings.of(AggregateType.ARTICLE, request.targetId(), Reading.ARTICLE_READ, actor);
            case PERSON -> {
                // A name is shown on every page.
            }
        }
        return store.values(request.target(), request.targetId());
    }

    /** Persons with this in their name, to choose from. */
    public List<Named> people(String name, Actor actor) {
        actor.mustBe(Role.ADMIN);
        return session.createNativeQuery("""
                select id, name, array_to_string(roles, ' ') as roles from person
                where erased_at is null and issuer <> 'isnad' and position(lower(:name) in lower(name)) > 0
                order by name, id
                """, Tuple.class).setParameter("name", name.strip()).setMaxResults(MOST_PEOPLE).getResultStream()
                .map(row -> new Named(row.get("id", UUID.class), row.get("name", String.class),
                        Stream.of(row.get("roles", String.class).split(" ")).filter(role -> !role.isEmpty()).toList()))
                .toList();
    }

    /** The person's name, to be sure who is meant. */
    public @Nullable String name(UUID person, Actor actor) {
        actor.mustBe(Role.ADMIN);
        return session.createNativeQuery("select name from person where id = :id", String.class)
                .setParameter("id", person).uniqueResult();
    }

    /** The claim whose public page has this address. */
    public Optional<UUID> publishedAs(String slug) {
        return session.createNativeQuery("select claim_id from publication where slug = :slug", UUID.class)
                .setParameter("slug", slug).uniqueResultOptional();
    }

    boolean exists(ErasureTarget target, UUID id) {
        String question = switch (target) {
            case PERSON -> "select 1 from person where id = :id and erased_at is null and issuer <> 'isnad'";
            case CLAIM -> "select 1 from claim where id = :id";
            case ARTICLE -> "select 1 from article where id = :id";
        };
        return session.createNativeQuery(question, Integer.class).setParameter("id", id).uniqueResultOptional()
                .isPresent();
    }

    boolean isAsked(ErasureTarget target, UUID id) {
        return session.createNativeQuery(
                "select 1 from erasure where target_type = :target and target_id = :id and state = 'ASKED'",
                Integer.class).setParameter("target", target.name()).setParameter("id", id).uniqueResultOptional()
                .isPresent();
    }

    private NativeQuery<Tuple> cards(String which) {
        return session.createNativeQuery(ROWS + which, Tuple.class).addScalar("id", StandardBasicTypes.UUID)
                .addScalar("state", StandardBasicTypes.STRING).addScalar("target_type", StandardBasicTypes.STRING)
                .addScalar("target_id", StandardBasicTypes.UUID).addScalar("target_name", StandardBasicTypes.STRING)
                .addScalar("parts", String[].class).addScalar("what", StandardBasicTypes.STRING)
                .addScalar("why", StandardBasicTypes.STRING).addScalar("asked_by", StandardBasicTypes.UUID)
                .addScalar("asked_by_name", StandardBasicTypes.STRING)
                .addScalar("asked_at", StandardBasicTypes.INSTANT)
                .addScalar("decided_by_name", StandardBasicTypes.STRING)
                .addScalar("ended_at", StandardBasicTypes.INSTANT).addScalar("reason", StandardBasicTypes.STRING)
                .addScalar("version", StandardBasicTypes.LONG).addScalar("erased", StandardBasicTypes.LONG);
    }

    private static Card card(Tuple row) {
        Set<ErasurePart> parts = EnumSet.noneOf(ErasurePart.class);
        Stream.of(row.get("parts", String[].class)).map(ErasurePart::valueOf).forEach(parts::add);
        return new Card(row.get("id", UUID.class), ErasureState.valueOf(row.get("state", String.class)),
                ErasureTarget.valueOf(row.get("target_type", String.class)), row.get("target_id", UUID.class),
                row.get("target_name", String.class), parts, row.get("what", String.class),
                row.get("why", String.class), row.get("asked_by", UUID.class), row.get("asked_by_name", String.class),
                row.get("asked_at", Instant.class), row.get("decided_by_name", String.class),
                row.get("ended_at", Instant.class), row.get("reason", String.class), row.get("version", Long.class),
                row.get("erased", Long.class));
    }
}
