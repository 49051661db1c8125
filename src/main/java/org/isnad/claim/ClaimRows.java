package org.isnad.claim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleId;
import org.isnad.identity.Actor;
import org.isnad.identity.Readings;
import org.isnad.identity.Role;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;

/** Claims to read, straight from the query. Lists carry the permission in it. */
@ApplicationScoped
public class ClaimRows {
    private static final String ROW = """
            select c.id, c.state, c.round, c.wording, c.language, c.claimant, c.claimedOn, c.priority, c.proposedBy, p.name,
                   c.proposedAt, c.version
            from Claim c join Person p on p.id = c.proposedBy
            where\s""";

    private final EntityManager entities;
    private final Readings readings;

    ClaimRows(EntityManager entities, Readings readings) {
        this.entities = entities;
        this.readings = readings;
    }

    /** A claim that the actor was found to be allowed to see. */
    public ClaimRow row(ClaimId id) {
        return entities.createQuery(ROW + "c.id = :id", ClaimRow.class).setParameter("id", id.value()).getResultStream()
                .findFirst().orElseThrow(() -> new Problem.NotFound("claim"));
    }

    /**
     * The claims that the actor may see, newest first.
     *
     * @param states
     *            empty for any
     * @param article
     *            only claims made in it; null for any
     */
    public Page<ClaimRow> page(Actor actor, Set<ClaimState> states, @Nullable ArticleId article, int size,
            @Nullable String after) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String query = ROW + visible(actor, parameters);
        if (!states.isEmpty()) {
            query += " and c.state in :states";
            parameters.put("states", states);
        }
        if (article != null) {
            query += " and exists (select 1 from Appearance a where a.claimId = c.id and a.articleId = :article)";
            parameters.put("article", article.value());
        }
        UUID last = Cursor.parts(after, 1).map(parts -> id(parts.get(0))).orElse(null);
        if (last != null) {
            query += " and c.id < :last";
            parameters.put("last", last);
        }
        TypedQuery<ClaimRow> rows = entities.createQuery(query + " order by c.id desc", ClaimRow.class)
                .setMaxResults(size + 1);
        parameters.forEach(rows::setParameter);
        Page<ClaimRow> page = Page.of(rows.getResultList(), size, row -> Cursor.of(row.id()));
        readings.list("claims", page.items().stream().map(ClaimRow::id).toList(), actor);
        return page;
    }

    /** The same as {@link ClaimAccess#mayRead}, for many. */
    private static String visible(Actor actor, Map<String, Object> parameters) {
        if (actor.isAny(Role.SENIOR_EDITOR, Role.AUDITOR)) {
            return "true";
        }
        parameters.put("open", ClaimAccess.OPEN);
        if (!actor.is(Role.REVIEWER)) {
            return "c.state in :open";
        }
        parameters.put("me", actor.person().value());
        return "(c.state in :open or exists (select 1 from Contributor k where k.key.claimId = c.id and k.key.personId = :me))";
    }

    private static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> new Problem.Invalid("after", "not-a-cursor"));
    }
}
