package org.isnad.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.isnad.identity.PersonId;

/** How much waits for a person; counting stops at a number that says "plenty". */
@ApplicationScoped
public class Waiting {
    private final EntityManager database;

    Waiting(EntityManager database) {
        this.database = database;
    }

    /**
     * Numbers of the top bar.
     *
     * @param triage
     *            incoming articles
     * @param approvals
     *            submitted claims to which the person never contributed
     * @param queue
     *            the person's own claims to check
     */
    public record Counts(long triage, long approvals, long queue) {}

    public Counts of(PersonId person) {
        Tuple row = (Tuple) database.createNativeQuery("""
                select (select count(*) from (select 1 from article where state = 'INCOMING' limit 1000) a) as triage,
                       (select count(*) from (select 1 from claim c where c.state = 'SUBMITTED' and not exists (
                            select 1 from claim_contributor o where o.claim_id = c.id and o.person_id = :person)
                            limit 1000) s) as approvals,
                       (select count(*) from (select 1 from assignment a join claim c on c.id = a.claim_id
                            where a.assignee_id = :person and a.ended_at is null and c.state = 'ASSIGNED'
                            limit 1000) q) as queue
                """, Tuple.class).setParameter("person", person.value()).getSingleResult();
        return new Counts(count(row, "triage"), count(row, "approvals"), count(row, "queue"));
    }

    private static long count(Tuple row, String name) {
        return ((Number) row.get(name)).longValue();
    }
}
