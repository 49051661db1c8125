package org.isnad.desk;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimState;
import org.isnad.claim.Contribution;
import org.isnad.claim.Priority;
import org.isnad.desk.ApprovalItem.Rated;
import org.isnad.evidence.Source;
import org.isnad.evidence.Stance;
import org.isnad.identity.PersonId;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.publication.PublicationState;
import org.isnad.verdict.Approval.Decision;

/** Reads what senior editors decide on: the lists, and one claim with its revisions and their evidence. */
@ApplicationScoped
public class Approvals {
    private static final int SIZE = 20;
    /** A claim has some revisions; a page never shows more than this many to compare with. */
    private static final int REVISIONS = 50;

    private final EntityManager database;

    Approvals(EntityManager database) {
        this.database = database;
    }

    /** What waits longest comes first; what was published is ordered from the newest on. */
    public Page<ApprovalItem> page(ApprovalList list, PersonId person, @Nullable String after) {
        Optional<List<String>> last = Cursor.parts(after, 2);
        boolean newestFirst = list == ApprovalList.PUBLISHED;
        String states = newestFirst ? "('PUBLISHED', 'RETRACTED')" : "('" + list.name() + "')";
        String order = newestFirst ? "at desc, id desc" : "at, id";
        Query query = database.createNativeQuery(
                """
                        with waiting as (select c.id, r.id as revision_id, r.submitted_at as at from claim c
                                         join lateral (select id, submitted_at from verdict_revision where claim_id = c.id
                                                       order by number desc limit 1) r on true where c.state in %s),
                             page as (select * from waiting %s order by %s limit %d)
                        select c.id, c.wording, c.language, c.claimant, c.state, c.priority, c.round, page.at, r.number,
                               p.name as author, jsonb_array_length(r.evidence) as pieces, g.tone, g.label_en, g.label_ar,
                               exists (select 1 from claim_contributor o where o.claim_id = c.id and o.person_id = :person) as mine
                        from page join claim c on c.id = page.id join verdict_revision r on r.id = page.revision_id
                        join person p on p.id = r.author_id
                        left join rating g on g.scale_version = r.scale_version and g.code = r.rating_code
                        order by %s
                        """
                        .formatted(states,
                                last.isEmpty() ? "" : "where (at, id) " + (newestFirst ? "<" : ">") + " (:at, :id)",
                                order, SIZE + 1, newestFirst ? "page.at desc, page.id desc" : "page.at, page.id"),
                Tuple.class)
                .setParameter("person", person.value());
        last.ifPresent(key -> query.setParameter("at", time(key.get(0))).setParameter("id",
                Ids.parse(key.get(1)).orElseThrow(Approvals::noCursor)));
        return Page.of(rows(query), SIZE, row -> Cursor.of(row.instant("at"), row.id("id"))).map(Approvals::item);
    }

    public Optional<ClaimUnderReview> claim(UUID id) {
        return rows(database.createNativeQuery("""
                select c.id, c.wording, c.language, c.claimant, c.claimed_on, c.state, c.round, c.version, a.article_id,
                       a.outlet, f.slug, f.state as publication
                from claim c
                left join lateral (select s.article_id, w.outlet from appearance s
                                   join article_version w on w.id = s.article_version_id
                                   where s.claim_id = c.id order by s.id limit 1) a on true
                left join publication f on f.claim_id = c.id
                where c.id = :id
                """, Tuple.class).setParameter("id", id)).stream().findFirst()
                .map(row -> new ClaimUnderReview(row.id("id"), row.text("wording"), row.text("language"),
                        row.textOrNull("claimant"), row.dateOrNull("claimed_on"), row.one(ClaimState.class, "state"),
                        (int) row.number("round"), row.number("version"), row.idOrNull("article_id"),
                        row.textOrNull("outlet"), row.textOrNull("slug"), row.textOrNull("publication") == null
                                ? null
                                : row.one(PublicationState.class, "publication")));
    }

    /** Newest first. */
    public List<SubmittedRevision> revisions(UUID claim) {
        return rows(database.createNativeQuery("""
                select r.number, r.round, r.summary, r.rationale, r.submitted_at, p.name as author, g.tone, g.label_en,
                       g.label_ar, d.decision, d.decided_at, d.reason, e.name as decided_by
                from verdict_revision r join person p on p.id = r.author_id
                left join rating g on g.scale_version = r.scale_version and g.code = r.rating_code
                left join approval d on d.revision_id = r.id
                left join person e on e.id = d.decided_by
                where r.claim_id = :claim order by r.number desc limit %d
                """.formatted(REVISIONS), Tuple.class).setParameter("claim", claim)).stream()
                .map(row -> new SubmittedRevision((int) row.number("number"), (int) row.number("round"), Rated.of(row),
                        row.text("summary"), row.text("rationale"), row.text("author"), row.instant("submitted_at"),
                        row.textOrNull("decision") == null ? null : row.one(Decision.class, "decision"),
                        row.textOrNull("decided_by"), row.instantOrNull("decided_at"), row.textOrNull("reason")))
                .toList();
    }

    /** What some revisions cite, in their order. */
    public List<RevisionEvidence> evidence(UUID claim, List<Integer> revisions) {
        return rows(database.createNativeQuery("""
                select r.number as revision, e.id, e.number, e.url, e.title, e.quote, e.stance, e.source
                from verdict_revision r
                cross join lateral jsonb_to_recordset(r.evidence) as e (id uuid, number int, url text, title text,
                                                                        quote text, stance text, source text)
                where r.claim_id = :claim and r.number in (:revisions) order by r.number, e.number
                """, Tuple.class).setParameter("claim", claim).setParameter("revisions", revisions)).stream()
                .map(row -> new RevisionEvidence((int) row.number("revision"), row.id("id"), (int) row.number("number"),
                        row.text("url"), row.text("title"), row.textOrNull("quote"), row.one(Stance.class, "stance"),
                        row.one(Source.class, "source")))
                .toList();
    }

    /** Everybody who contributed in any round, in the order of their first contribution. */
    public List<ClaimHelper> contributors(UUID claim) {
        return rows(database.createNativeQuery("""
                select o.person_id, p.name, o.contribution, o.since from claim_contributor o
                join person p on p.id = o.person_id where o.claim_id = :claim order by o.since, p.name, o.contribution
                """, Tuple.class).setParameter("claim", claim)).stream()
                .map(row -> new ClaimHelper(row.id("person_id"), row.text("name"),
                        row.one(Contribution.class, "contribution"), row.instant("since")))
                .toList();
    }

    private static ApprovalItem item(Row row) {
        return new ApprovalItem(row.id("id"), row.text("wording"), row.text("language"), row.textOrNull("claimant"),
                row.one(ClaimState.class, "state"), row.one(Priority.class, "priority"), (int) row.number("round"),
                row.instant("at"), (int) row.number("number"), row.text("author"), row.number("pieces"), Rated.of(row),
                row.flag("mine"));
    }

    @SuppressWarnings("unchecked")
    private static List<Row> rows(Query query) {
        return ((List<Tuple>) query.getResultList()).stream().map(Row::new).toList();
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw noCursor();
        }
    }

    private static Problem.Invalid noCursor() {
        return new Problem.Invalid("after", "not-a-cursor");
    }
}
