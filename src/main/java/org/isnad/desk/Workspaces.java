package org.isnad.desk;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleVersionId;
import org.isnad.claim.ClaimAccess;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimMarks;
import org.isnad.claim.ClaimState;
import org.isnad.claim.Priority;
import org.isnad.evidence.Source;
import org.isnad.evidence.Stance;
import org.isnad.identity.Actor;
import org.isnad.identity.Reading;
import org.isnad.identity.Readings;
import org.isnad.kernel.AggregateType;
import org.isnad.kernel.Problem;
import org.isnad.verdict.Approval.Decision;

/** Reads a claim's workspace: five statements, however much evidence there is and however many claims its article holds. */
@ApplicationScoped
@Transactional
public class Workspaces {
    private static final int MOST_PLACES = 100;

    private static final String HEAD = """
            select c.id, c.state, c.round, c.wording, c.language, c.claimant, c.claimed_on, c.priority, c.version,
                   c.proposed_by = :person as proposed_by_me,
                   exists (select 1 from claim_contributor o where o.claim_id = c.id and o.person_id = :person) as contributor,
                   u.slug, a.assignee_id, w.name as assignee, a.due_at,
                   case when d.saved_by is null then 0 else d.version end as draft_version, d.saved_at,
                   case when d.id is null then r.rating_code else d.rating_code end as rating_code,
                   coalesce(d.summary, r.summary, '') as summary, coalesce(d.rationale, r.rationale, '') as rationale,
                   coalesce(d.waivers, r.waivers) ->> 'EVIDENCE' as waiver_evidence,
                   coalesce(d.waivers, r.waivers) ->> 'RATING' as waiver_rating,
                   coalesce(d.waivers, r.waivers) ->> 'RATIONALE' as waiver_rationale,
                   r.number as revision, t.name as author, r.submitted_at,
                   k.decision, k.reason, k.decided_at, y.name as decided_by, q.previous, q.next, q.place, q.total
            from claim c
            left join publication u on u.claim_id = c.id
            left join assignment a on a.claim_id = c.id and a.ended_at is null
            left join person w on w.id = a.assignee_id
            left join verdict d on d.claim_id = c.id and d.round = c.round
            left join lateral (select * from verdict_revision where claim_id = c.id order by number desc limit 1) r on true
            left join person t on t.id = r.author_id
            left join approval k on k.revision_id = r.id
            left join person y on y.id = k.decided_by
            left join lateral (
                select * from (select m.claim_id, lag(m.claim_id) over mine as previous, lead(m.claim_id) over mine as next,
                                      row_number() over mine as place, count(*) over () as total
                               from assignment m join claim s on s.id = m.claim_id
                               where m.assignee_id = :person and m.ended_at is null and s.state = 'ASSIGNED'
                               window mine as (order by m.due_at, m.claim_id)) ordered
                where claim_id = c.id) q on true
            where c.id = :claim
            """;

    private final EntityManager database;
    private final ClaimMarks marks;
    private final Readings readings;

    Workspaces(EntityManager database, ClaimMarks marks, Readings readings) {
        this.database = database;
        this.marks = marks;
        this.readings = readings;
    }

    /**
     * The claim's workspace as far as the actor may see it.
     *
     * @param version
     *            the article version to show; null for the first in which the claim was marked
     * @param removed
     *            a piece of evidence that was just removed; null for none
     * @throws Problem.NotFound
     *             when there is no such claim, or the actor may not know of it
     */
    public Workspace of(ClaimId id, @Nullable UUID version, @Nullable UUID removed, Actor actor) {
        Row row = rows(query(HEAD).setParameter("claim", id.value()).setParameter("person", actor.person().value()))
                .stream().findFirst().orElseThrow(() -> new Problem.NotFound("claim"));
        Workspace.Head head = head(row);
        if (!ClaimAccess.mayRead(actor, head.state(), head.contributor())) {
            throw new Problem.NotFound("claim");
        }
        readings.of(AggregateType.CLAIM, id.value(), Reading.CLAIM_READ, actor);
        boolean work = ClaimAccess.mayReadWork(actor, head.contributor());
        List<Workspace.Place> places = places(id);
        Workspace.Text text = places.stream().filter(place -> version == null || place.version().equals(version))
                .findFirst().map(place -> text(id, place)).orElse(null);
        if (text == null && version != null) {
            throw new Problem.NotFound("article");
        }
        List<Workspace.Item> evidence = work ? evidence(id) : List.of();
        return new Workspace(head, assigned(row), work ? draft(row) : Workspace.Draft.NONE,
                work ? submitted(row) : null, neighbours(row), places, text,
                text == null ? List.of() : marks.in(new ArticleVersionId(text.version()), actor),
                evidence.stream().filter(Workspace.Item::present).toList(),
                evidence.stream().filter(item -> !item.present() && item.id().equals(removed)).findFirst()
                        .orElse(null));
    }

    private static Workspace.Head head(Row row) {
        return new Workspace.Head(row.id("id"), row.one(ClaimState.class, "state"), (int) row.number("round"),
                row.text("wording"), row.text("language"), row.textOrNull("claimant"), row.dateOrNull("claimed_on"),
                row.one(Priority.class, "priority"), row.number("version"), row.flag("contributor"),
                row.flag("proposed_by_me"), row.textOrNull("slug"));
    }

    private static Workspace.Assigned assigned(Row row) {
        return new Workspace.Assigned(row.idOrNull("assignee_id"), row.textOrNull("assignee"),
                row.instantOrNull("due_at"));
    }

    private static Workspace.Draft draft(Row row) {
        return new Workspace.Draft(row.number("draft_version"), row.textOrNull("rating_code"), row.text("summary"),
                row.text("rationale"), row.textOrNull("waiver_evidence"), row.textOrNull("waiver_rating"),
                row.textOrNull("waiver_rationale"), row.instantOrNull("saved_at"));
    }

    private static Workspace.@Nullable Submitted submitted(Row row) {
        Integer revision = row.numberOrNull("revision");
        String decision = row.textOrNull("decision");
        return revision == null
                ? null
                : new Workspace.Submitted(revision, row.text("author"), row.instant("submitted_at"),
                        decision == null ? null : Decision.valueOf(decision), row.textOrNull("reason"),
                        row.textOrNull("decided_by"), row.instantOrNull("decided_at"));
    }

    private static Workspace.Neighbours neighbours(Row row) {
        return new Workspace.Neighbours(row.idOrNull("previous"), row.idOrNull("next"),
                Objects.requireNonNullElse(row.numberOrNull("place"), 0),
                Objects.requireNonNullElse(row.numberOrNull("total"), 0));
    }

    private List<Workspace.Place> places(ClaimId id) {
        return rows(query("""
                select v.article_id, v.id as version_id, v.number, v.title, v.outlet, v.language
                from (select article_version_id, min(cast(id as text)) as first from appearance where claim_id = :claim
                      group by article_version_id) p join article_version v on v.id = p.article_version_id
                order by p.first
                limit :most
                """).setParameter("claim", id.value())
                .setParameter("most", MOST_PLACES)).stream()
                .map(row -> new Workspace.Place(row.id("article_id"), row.id("version_id"),
                        (int) row.number("number"), row.text("title"), row.textOrNull("outlet"), row.text("language")))
                .toList();
    }

    private Workspace.Text text(ClaimId claim, Workspace.Place place) {
        Row row = rows(
                query("""
                        select v.article_id, v.id, v.number, v.title, v.byline, v.outlet, v.published_on, v.language, v.sha256,
                               v.captured_at, v.text, a.url, a.latest_version,
                               exists (select 1 from appearance l where l.claim_id = :claim and l.article_version_id = a.latest_version) as followed,
                               exists (select 1 from lost_appearance l where l.claim_id = :claim and l.settled is null
                                       and l.article_version_id = a.latest_version) as lost,
                               (select count(*) from article_version o where o.article_id = v.article_id) as versions
                        from article_version v join article a on a.id = v.article_id where v.id = :version
                        """)
                        .setParameter("version", place.version()).setParameter("claim", claim.value()))
                .get(0);
        return new Workspace.Text(row.id("article_id"), row.id("id"), (int) row.number("number"),
                row.number("versions"), row.text("title"), row.textOrNull("byline"), row.textOrNull("outlet"),
                row.textOrNull("url"), row.dateOrNull("published_on"), row.text("language"), row.text("sha256"),
                row.instant("captured_at"), row.text("text"), row.id("latest_version"), row.flag("followed"),
                row.flag("lost"));
    }

    private List<Workspace.Item> evidence(ClaimId id) {
        return rows(
                query("""
                        select e.id, e.number, e.url, e.title, e.quote, e.stance, e.source, e.note, p.name as added_by, e.added_at,
                               e.version, e.removed_at is null as present
                        from evidence e join person p on p.id = e.added_by
                        where e.claim_id = :claim
                        order by e.position, e.id
                        """)
                        .setParameter("claim", id.value()))
                .stream()
                .map(row -> new Workspace.Item(row.id("id"), (int) row.number("number"), row.text("url"),
                        row.text("title"), row.textOrNull("quote"), row.one(Stance.class, "stance"),
                        row.one(Source.class, "source"), row.textOrNull("note"), row.text("added_by"),
                        row.instant("added_at"), row.number("version"), row.flag("present")))
                .toList();
    }

    private NativeQuery<Tuple> query(String sql) {
        return database.unwrap(Session.class).createNativeQuery(sql, Tuple.class);
    }

    private static List<Row> rows(NativeQuery<Tuple> query) {
        return query.getResultList().stream().map(Row::new).toList();
    }
}
