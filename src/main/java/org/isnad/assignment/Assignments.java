package org.isnad.assignment;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import org.isnad.claim.Claim;
import org.isnad.claim.ClaimId;
import org.isnad.identity.Actor;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/** Who checks what. */
@ApplicationScoped
public class Assignments implements PanacheRepositoryBase<Assignment, UUID> {

    public Optional<Assignment> open(ClaimId claim) {
        return find("claimId = ?1 and endedAt is null", claim.value()).firstResultOptional();
    }

    /** The open assignment, if it is the actor's: what evidence, drafts and submitting ask for. */
    public Assignment mine(ClaimId claim, Actor actor) {
        return open(claim).filter(assignment -> actor.is(assignment.assignee()))
                .orElseThrow(Problem.NotAllowed::notAssignee);
    }

    /** Ends the open assignment of a claim that was approved. */
    public void done(ClaimId claim, Stamp by) {
        open(claim).ifPresent(assignment -> assignment.end(Assignment.Ending.DONE, by));
    }

    /**
     * The queued claim that should be checked next, locked, passing over those that somebody else is taking at this moment: the
     * most urgent, then the one that waits longest.
     */
    Optional<Claim> next() {
        return getEntityManager().unwrap(Session.class).createNativeQuery("""
                select * from claim
                where state = 'QUEUED'
                order by array_position(array['HIGH', 'NORMAL', 'LOW'], priority), id
                limit 1
                for update skip locked
                """, Claim.class).uniqueResultOptional();
    }
}
