package org.isnad.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimAccess;
import org.isnad.claim.ClaimState;
import org.isnad.identity.Actor;
import org.isnad.identity.Readings;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;

/** What the desk has of an outlet or author: its articles, the claims in them as far as the reader may see them, and what was published. */
@ApplicationScoped
public class OriginWorks {
    /** Which claims (c) the reader may see. */
    static final String READABLE = """
            (c.state = any (cast(:states as text[]))
             or :contributes and exists (select 1 from claim_contributor o where o.claim_id = c.id and o.person_id = :person))
            """;
    /** How many articles, the newest, are looked through for what follows from them. */
    public static final int MOST = 500;
    /** The newest articles of a record, from each of its names only as many as can be among them. */
    static final String NEWEST = """
            select distinct s.id from origin_name n
            cross join lateral (select distinct x.article_id as id from article_origin x where x.name_id = n.id %s
                                order by 1 desc limit :most) s
            where n.origin_id = :id order by 1 desc limit :most
            """;
    private static final String ARTICLES = """
            select a.id, v.title, v.language, v.published_on, a.received_at, w.claims
            from (%s) own
            join article a on a.id = own.id join article_version v on v.id = a.latest_version
            left join lateral (select count(distinct c.id) as claims from appearance p join claim c on c.id = p.claim_id
                               where p.article_id = a.id and %s) w on true
            order by a.id desc
            """;
    private static final String CLAIMS = """
            with own as materialized (%s)
            select c.id, c.wording, c.language, c.state
            from (select distinct p.claim_id as id from own join appearance p on p.article_id = own.id %s) told
            join claim c on c.id = told.id
            where %s order by c.id desc limit :size
            """;
    private static final String MANY = "select cast(count(*) as integer) as n from (%s) own";
    private static final String SUMMARY = """
            with newest as materialized (%s),
            own as materialized (select id from newest order by id desc limit :most - 1),
            facts as materialized (
                select f.claim_id, f.published_at, f.state, g.position, g.code, g.tone, g.label_en, g.label_ar
                from (select distinct p.claim_id as id from own join appearance p on p.article_id = own.id) told
                join publication f on f.claim_id = told.id
                join lateral (select e.revision_id from publication_edition e where e.claim_id = f.claim_id
                              order by e.number desc limit 1) e on true
                join verdict_revision r on r.id = e.revision_id
                left join rating g on g.scale_version = r.scale_version and g.code = r.rating_code)
            select what, id, name, tone, label_en, label_ar, n from (
                (select 'RATING' as what, cast(null as uuid) as id, code as name, tone, label_en, label_ar, count(*) as n,
                        min(position) as place
                 from facts where state <> 'RETRACTED' group by code, tone, label_en, label_ar)
                union all
                (select 'FACT', claim_id, null, null, null, null, 0, row_number() over (order by published_at desc, claim_id desc)
                 from facts order by published_at desc, claim_id desc limit 50)
                union all
                (select 'OTHER', o.id, o.name, null, null, null, count(distinct own.id), - count(distinct own.id)
                 from own join article_origin s on s.article_id = own.id join origin_name n on n.id = s.name_id
                 join origin o on o.id = n.origin_id
                 where o.kind <> (select k.kind from origin k where k.id = :id)
                 group by o.id, o.name order by 7 desc, 2 limit 20)
                union all
                (select 'HOST', null, host, null, null, null, count(*), - count(*)
                 from own join article a on a.id = own.id
                 cross join lateral address_host(a.url) host
                 where host is not null group by host order by 7 desc, 3 limit 10)
                union all
                select 'MORE', null, null, null, null, null, count(*), 0 from newest having count(*) >= :most) told
            order by what, place, name, id
            """;

    private final EntityManager database;
    private final Readings readings;

    OriginWorks(EntityManager database, Readings readings) {
        this.database = database;
        this.readings = readings;
    }

    /** Articles that state it in any version, newest first; one statement, and what records an auditor's look. */
    public Page<OriginArticle> articles(OriginRecord origin, @Nullable String after, int size, Actor reader) {
        Optional<UUID> last = last(after);
        Query query = query(
                ARTICLES.formatted(NEWEST.formatted(last.isPresent() ? "and x.article_id < :last" : ""), READABLE),
                origin, size + 1);
        readable(query, reader);
        last.ifPresent(id -> query.setParameter("last", id));
        Page<OriginArticle> page = Page.of(rows(query), size, row -> Cursor.of(row.id("id")))
                .map(row -> new OriginArticle(row.id("id"), row.text("title"), row.text("language"),
                        row.dateOrNull("published_on"), row.instant("received_at"), row.number("claims")));
        readings.list(origin.kind().singular(), page.items().stream().map(OriginArticle::id).toList(), reader);
        return page;
    }

    /** Claims that are made in its newest {@value #MOST} articles, newest first; one statement, and what records an auditor's look. */
    public Page<OriginClaim> claims(OriginRecord origin, @Nullable String after, int size, Actor reader) {
        Optional<UUID> last = last(after);
        Query query = query(CLAIMS.formatted(NEWEST.formatted(""),
                last.isPresent() ? "where p.claim_id < :last" : "", READABLE), origin, MOST)
                .setParameter("size", size + 1);
        readable(query, reader);
        last.ifPresent(id -> query.setParameter("last", id));
        Page<OriginClaim> page = Page.of(rows(query), size, row -> Cursor.of(row.id("id")))
                .map(row -> new OriginClaim(row.id("id"), row.text("wording"), row.text("language"),
                        row.one(ClaimState.class, "state")));
        readings.list("claims-of-" + origin.kind().singular(), page.items().stream().map(OriginClaim::id).toList(),
                reader);
        return page;
    }

    /** Whether more than {@value #MOST} articles state it; one statement, and what records an auditor's look. */
    public boolean many(OriginRecord origin, Actor reader) {
        readings.list(origin.kind().plural(), List.of(origin.id()), reader);
        return rows(query(MANY.formatted(NEWEST.formatted("")), origin, MOST + 1)).get(0).number("n") > MOST;
    }

    /**
     * What was published about the claims in its newest {@value #MOST} articles, with whom it has to do, and where it was
     * seen; one statement, and what records an auditor's look.
     */
    public OriginSummary summary(OriginRecord origin, Actor reader) {
        readings.list(origin.kind().plural(), List.of(origin.id()), reader);
        List<OriginSummary.Count> ratings = new ArrayList<>();
        List<UUID> published = new ArrayList<>();
        List<OriginSummary.Other> others = new ArrayList<>();
        List<String> hosts = new ArrayList<>();
        boolean many = false;
        for (Row row : rows(query(SUMMARY.formatted(NEWEST.formatted("")), origin, MOST + 1))) {
            switch (row.text("what")) {
                case "RATING" -> ratings.add(new OriginSummary.Count(row.textOrNull("name"), row.textOrNull("tone"),
                        row.textOrNull("label_en"), row.textOrNull("label_ar"), row.number("n")));
                case "FACT" -> published.add(row.id("id"));
                case "OTHER" -> others
                        .add(new OriginSummary.Other(row.id("id"), row.text("name"), row.number("n")));
                case "MORE" -> many = true;
                default -> hosts.add(row.text("name"));
            }
        }
        return new OriginSummary(ratings, published, others, hosts, many);
    }

    /** Fills in {@link #READABLE}. */
    static void readable(Query query, Actor reader) {
        query.setParameter("states",
                ClaimAccess.readable(reader).stream().map(ClaimState::name).toArray(String[]::new))
                .setParameter("contributes", ClaimAccess.mayRead(reader, ClaimState.SUBMITTED, true))
                .setParameter("person", reader.person().value());
    }

    @SuppressWarnings("unchecked")
    static List<Row> rows(Query query) {
        return ((List<Tuple>) query.getResultList()).stream().map(Row::new).toList();
    }

    private Query query(String sql, OriginRecord origin, int most) {
        return database.createNativeQuery(sql, Tuple.class).setParameter("id", origin.id()).setParameter("most", most);
    }

    private static Optional<UUID> last(@Nullable String after) {
        return Cursor.parts(after, 1).map(key -> Ids.parse(key.get(0))
                .orElseThrow(() -> new Problem.Invalid("after", "not-a-cursor")));
    }
}
