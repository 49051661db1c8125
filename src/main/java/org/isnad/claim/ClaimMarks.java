package org.isnad.claim;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

import org.isnad.article.ArticleVersionId;
import org.isnad.identity.Actor;
import org.isnad.identity.Readings;

/** The claims that are pinned to an article version, as far as a person may see them. */
@ApplicationScoped
public class ClaimMarks {
    private final EntityManager database;
    private final Readings readings;

    ClaimMarks(EntityManager database, Readings readings) {
        this.database = database;
        this.readings = readings;
    }

    /**
     * One place at which a claim is made.
     *
     * @param start
     *            inclusive, in code points of the version's text
     * @param end
     *            exclusive, in code points
     * @param here
     *            whether it is in the version that was asked for, and not only in an earlier one
     */
    public record ClaimMark(ClaimId claim, String wording, String language, ClaimState state, int start, int end,
            boolean here) {}

    private static final String MARKS = """
            select c.id, c.wording, c.language, c.state, p.start_at, p.end_at, p.article_version_id = :version as here,
                   exists (select 1 from claim_contributor o where o.claim_id = c.id and o.person_id = :person) as contributor
            from appearance p join claim c on c.id = p.claim_id
            where %s
            order by here desc, p.start_at, p.end_at, p.id
            """;
    private static final String HERE = "p.article_version_id = :version";
    /** The last place where an article said it, of claims that its latest version does not make. */
    private static final String EARLIER = """
            p.article_id = (select v.article_id from article_version v where v.id = :version)
            and not exists (select 1 from appearance l where l.claim_id = p.claim_id and l.article_id = p.article_id
                            and (l.article_version_id = :version or l.id > p.id))
            """;

    /** All marks in the version in reading order; one statement. */
    public List<ClaimMark> in(ArticleVersionId version, Actor actor) {
        return marks(HERE, version, actor);
    }

    /** The same for an article's latest version, and then the claims that only earlier ones make, one mark each; one statement. */
    public List<ClaimMark> inArticle(ArticleVersionId latest, Actor actor) {
        return marks("(" + HERE + " or " + EARLIER + ")", latest, actor);
    }

    private List<ClaimMark> marks(String where, ArticleVersionId version, Actor actor) {
        List<Tuple> rows = database.unwrap(Session.class).createNativeQuery(MARKS.formatted(where), Tuple.class)
                .setParameter("version", version.value())
                .setParameter("person", actor.person().value()).getResultList();
        List<ClaimMark> marks = rows.stream()
                .filter(row -> ClaimAccess.mayRead(actor, state(row), row.get("contributor", Boolean.class)))
                .map(row -> new ClaimMark(new ClaimId(row.get("id", UUID.class)), row.get("wording", String.class),
                        row.get("language", String.class), state(row), row.get("start_at", Integer.class),
                        row.get("end_at", Integer.class), row.get("here", Boolean.class)))
                .toList();
        readings.list("claims-of-article", marks.stream().map(mark -> mark.claim().value()).toList(), actor);
        return marks;
    }

    private static ClaimState state(Tuple row) {
        return ClaimState.valueOf(row.get("state", String.class));
    }
}
