package org.isnad.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.identity.Readings;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.publication.FactCheck;
import org.isnad.publication.FactChecks;

/** What the desk has of an outlet or author: its articles, the claims in them, and what was published about these. */
@ApplicationScoped
public class OriginArticles {
    private static final int VERDICTS = 50;
    private static final String VERDICTS_OF = """
            select f.claim_id as id from publication f
            where f.claim_id in (select p.claim_id from article_version v join appearance p on p.article_version_id = v.id
                                 where v.%1$s is not null and name_key(v.%1$s) = name_key(:name))
            order by f.published_at desc, f.claim_id desc limit :most
            """;

    private final EntityManager database;
    private final FactChecks facts;
    private final Readings readings;

    OriginArticles(EntityManager database, FactChecks facts, Readings readings) {
        this.database = database;
        this.facts = facts;
        this.readings = readings;
    }

    /** Articles whose latest version is from it, newest first; one statement, and what records an auditor's look. */
    public Page<OriginArticle> articles(ArticleOrigin origin, String name, @Nullable String after, int size,
            Actor reader) {
        Optional<UUID> last = Cursor.parts(after, 1).map(key -> Ids.parse(key.get(0))
                .orElseThrow(() -> new Problem.Invalid("after", "not-a-cursor")));
        Query query = database.createNativeQuery("""
                select a.id, v.%1$s as name, v.title, v.language, v.published_on, a.received_at, n.claims
                from article_version v join article a on a.id = v.article_id and a.latest_version = v.id
                left join lateral (select count(distinct p.claim_id) as claims from appearance p
                                   where p.article_id = a.id) n on true
                where v.%1$s is not null and name_key(v.%1$s) = name_key(:name) %2$s
                order by v.article_id desc limit :size
                """.formatted(origin.column(), last.isPresent() ? "and v.article_id < :last" : ""), Tuple.class)
                .setParameter("name", name).setParameter("size", size + 1);
        last.ifPresent(id -> query.setParameter("last", id));
        Page<OriginArticle> page = Page.of(rows(query).stream().map(OriginArticles::article).toList(), size,
                row -> Cursor.of(row.id()));
        readings.list(origin == ArticleOrigin.OUTLET ? "outlet" : "author",
                page.items().stream().map(OriginArticle::id).toList(), reader);
        return page;
    }

    /** What was published about claims in its articles, newest first, at most 50; two statements. */
    public List<FactCheck> verdicts(ArticleOrigin origin, String name) {
        List<UUID> claims = rows(database.createNativeQuery(VERDICTS_OF.formatted(origin.column()), Tuple.class)
                .setParameter("name", name).setParameter("most", VERDICTS)).stream().map(row -> row.id("id")).toList();
        return facts.of(claims);
    }

    private static OriginArticle article(Row row) {
        return new OriginArticle(row.id("id"), row.text("name"), row.text("title"), row.text("language"),
                row.dateOrNull("published_on"), row.instant("received_at"), row.number("claims"));
    }

    @SuppressWarnings("unchecked")
    private static List<Row> rows(Query query) {
        return ((List<Tuple>) query.getResultList()).stream().map(Row::new).toList();
    }
}
