package org.isnad.assignment;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimId;
import org.isnad.identity.Actor;
import org.isnad.identity.PersonId;
import org.isnad.identity.Readings;
import org.isnad.identity.Role;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;

/** Open assignments to read, straight from the query. Lists carry the permission in it. */
@ApplicationScoped
public class AssignmentRows {
    private static final String ROW = """
            select a.id, c.id, c.wording, c.language, c.state, c.priority, c.version, a.round, a.assigneeId, p.name, a.assignedBy,
                   q.name, a.assignedAt, a.dueAt
            from Assignment a join Claim c on c.id = a.claimId join Person p on p.id = a.assigneeId
                 join Person q on q.id = a.assignedBy
            where a.endedAt is null""";

    private final EntityManager entities;
    private final Readings readings;

    AssignmentRows(EntityManager entities, Readings readings) {
        this.entities = entities;
        this.readings = readings;
    }

    public Optional<AssignmentRow> open(ClaimId claim) {
        return entities.createQuery(ROW + " and a.claimId = :claim", AssignmentRow.class)
                .setParameter("claim", claim.value()).getResultStream().findFirst();
    }

    /**
     * Open assignments, soonest due first; a reviewer sees those of claims they ever worked on.
     *
     * @param assignee
     *            null for anybody
     */
    public Page<AssignmentRow> page(Actor actor, @Nullable PersonId assignee, int size, @Nullable String after) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String query = ROW;
        if (!actor.isAny(Role.SENIOR_EDITOR, Role.AUDITOR)) {
            query += " and exists (select 1 from Contributor k where k.key.claimId = a.claimId and k.key.personId = :me)";
            parameters.put("me", actor.person().value());
        }
        if (assignee != null) {
            query += " and a.assigneeId = :assignee";
            parameters.put("assignee", assignee.value());
        }
        Optional<List<String>> last = Cursor.parts(after, 2);
        if (last.isPresent()) {
            query += " and a.dueAt >= :due and (a.dueAt > :due or a.id > :last)";
            parameters.put("due", due(last.get().get(0)));
            parameters.put("last",
                    Ids.parse(last.get().get(1)).orElseThrow(() -> new Problem.Invalid("after", "not-a-cursor")));
        }
        TypedQuery<AssignmentRow> rows = entities
                .createQuery(query + " order by a.dueAt, a.id", AssignmentRow.class).setMaxResults(size + 1);
        parameters.forEach(rows::setParameter);
        Page<AssignmentRow> page = Page.of(rows.getResultList(), size, row -> Cursor.of(row.dueAt(), row.id()));
        readings.list("assignments", page.items().stream().map(AssignmentRow::claim).toList(), actor);
        return page;
    }

    private static Instant due(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Problem.Invalid("after", "not-a-cursor");
        }
    }
}
