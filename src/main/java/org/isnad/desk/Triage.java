package org.isnad.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleState;
import org.isnad.claim.ClaimState;
import org.isnad.claim.Priority;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;

/** Reads what triage shows: incoming articles, the claims of one of them, and who could check these. */
@ApplicationScoped
public class Triage {
    private static final int ARTICLES = 20;
    private static final int CLAIMS = 50;
    private static final int PEOPLE = 200;

    private final EntityManager database;

    Triage(EntityManager database) {
        this.database = database;
    }

    /** Articles that wait, newest first. */
    public Page<IncomingArticle> incoming(@Nullable String after) {
        Optional<UUID> last = Cursor.parts(after, 1).map(parts -> id(parts.get(0)));
        Query query = database.createNativeQuery(
                """
                        with page as (select id, latest_version, received_at from article where state = 'INCOMING' %s
                                      order by id desc limit %d)
                        select page.id, page.received_at, w.title, w.language, w.outlet, n.claims, n.proposed
                        from page join article_version w on w.id = page.latest_version
                        left join lateral (select count(distinct c.id) as claims,
                                                  count(distinct c.id) filter (where c.state = 'PROPOSED') as proposed
                                           from appearance a join claim c on c.id = a.claim_id where a.article_id = page.id) n on true
                        order by page.id desc
                        """
                        .formatted(last.isPresent() ? "and id < :last" : "", ARTICLES + 1),
                Tuple.class);
        last.ifPresent(id -> query.setParameter("last", id));
        return Page.of(rows(query), ARTICLES, row -> Cursor.of(row.id("id")))
                .map(row -> new IncomingArticle(row.id("id"), row.text("title"), row.text("language"),
                        row.textOrNull("outlet"), row.instant("received_at"), row.number("claims"),
                        row.number("proposed")));
    }

    public Optional<ChosenArticle> article(UUID id) {
        return rows(database.createNativeQuery(
                """
                        select a.id, a.latest_version, a.state, a.received_at, w.title, w.language, w.byline, w.outlet, w.published_on,
                               left(w.text, 100000) as text, char_length(w.text) > 6000 as longer,
                               (select string_agg(d.start_at || '-' || d.end_at, ',') from (
                                    select p.start_at, p.end_at from appearance p where p.article_version_id = w.id
                                    union all select s.start_at, s.end_at from dismissed_suggestion s where s.article_version_id = w.id) d) as decided,
                               (select string_agg(s.start_at || '-' || s.end_at, ',' order by s.start_at, s.end_at) from dismissed_suggestion s
                                where s.article_version_id = w.id) as dismissed,
                               exists (select 1 from lost_appearance where settled is null) as lost
                        from article a join article_version w on w.id = a.latest_version where a.id = :id
                        """,
                Tuple.class).setParameter("id", id)).stream().findFirst()
                .map(row -> new ChosenArticle(row.id("id"), row.id("latest_version"),
                        row.one(ArticleState.class, "state"), row.text("title"),
                        row.text("language"), row.textOrNull("byline"), row.textOrNull("outlet"),
                        row.dateOrNull("published_on"), row.instant("received_at"), row.text("text"),
                        row.flag("longer"), row.textOrNull("decided"), row.textOrNull("dismissed"),
                        row.flag("lost")));
    }

    /** Claims pinned to an article, in the order of its text; one pinned to several places stands at its first. */
    public Page<TriageClaim> claims(UUID article, @Nullable String after) {
        Optional<List<String>> last = Cursor.parts(after, 2);
        Query query = database.createNativeQuery(
                """
                        with first as (select distinct on (p.claim_id) p.claim_id, p.start_at, p.prefix, p.exact, p.suffix,
                                              coalesce(p.language, v.language) as quoted
                                       from appearance p join article_version v on v.id = p.article_version_id
                                       where p.article_id = :article order by p.claim_id, v.number desc, p.start_at),
                             page as (select * from first %s order by start_at, claim_id limit %d)
                        select c.id, c.wording, c.language, c.claimant, c.state, c.priority, c.version, page.start_at, page.prefix,
                               page.exact, page.suffix, page.quoted, n.articles, proposer.name as proposed_by, holder.name as assignee, s.due_at
                        from page join claim c on c.id = page.claim_id
                        join person proposer on proposer.id = c.proposed_by
                        left join lateral (select count(distinct article_id) as articles from appearance
                                           where claim_id = c.id) n on true
                        left join assignment s on s.claim_id = c.id and s.ended_at is null
                        left join person holder on holder.id = s.assignee_id
                        order by page.start_at, page.claim_id
                        """
                        .formatted(last.isPresent() ? "where (start_at, claim_id) > (:start, :last)" : "", CLAIMS + 1),
                Tuple.class).setParameter("article", article);
        last.ifPresent(key -> query.setParameter("start", number(key.get(0))).setParameter("last", id(key.get(1))));
        return Page.of(rows(query), CLAIMS, row -> Cursor.of(row.number("start_at"), row.id("id"))).map(Triage::claim);
    }

    /** Who can be given a claim, those with the least to do first. */
    public List<Assignee> assignees(Instant now) {
        return rows(database.createNativeQuery("""
                select p.id, p.name, count(c.id) as load, count(c.id) filter (where s.due_at < :soon) as soon
                from person p
                left join assignment s on s.assignee_id = p.id and s.ended_at is null
                left join claim c on c.id = s.claim_id and c.state = 'ASSIGNED'
                where p.roles && array['reviewer', 'senior-editor'] and not p.client
                group by p.id, p.name order by load, p.name, p.id limit %d
                """.formatted(PEOPLE), Tuple.class).setParameter("soon", now.plus(1, ChronoUnit.DAYS))).stream()
                .map(row -> new Assignee(row.id("id"), row.text("name"), row.number("load"), row.number("soon")))
                .toList();
    }

    private static TriageClaim claim(Row row) {
        return new TriageClaim(row.id("id"), row.text("wording"), row.text("language"), row.textOrNull("claimant"),
                row.one(ClaimState.class, "state"), row.one(Priority.class, "priority"), row.number("version"),
                row.text("prefix"), row.text("exact"), row.text("suffix"), row.text("quoted"),
                row.text("proposed_by"),
                row.number("articles"), row.textOrNull("assignee"), row.instantOrNull("due_at"));
    }

    @SuppressWarnings("unchecked")
    private static List<Row> rows(Query query) {
        return ((List<Tuple>) query.getResultList()).stream().map(Row::new).toList();
    }

    private static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> new Problem.Invalid("after", "not-a-cursor"));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("after", "not-a-cursor");
        }
    }
}
