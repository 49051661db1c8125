package org.isnad.verdict;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.isnad.assignment.Assignments;
import org.isnad.claim.Claim;
import org.isnad.claim.ClaimAccess;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimMove;
import org.isnad.claim.ClaimState;
import org.isnad.claim.Claims;
import org.isnad.claim.Contribution;
import org.isnad.evidence.Evidence;
import org.isnad.evidence.EvidenceItems;
import org.isnad.identity.Actor;
import org.isnad.identity.RecentSignIn;
import org.isnad.identity.Role;
import org.isnad.kernel.Checks;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Expected;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;
import org.isnad.verdict.Approval.Decision;

/** A verdict's way from draft to decision: the assignee writes and submits, somebody who never contributed decides. */
@ApplicationScoped
@Transactional
public class VerdictReview {
    private final Claims claims;
    private final ClaimAccess access;
    private final Assignments assignments;
    private final EvidenceItems evidence;
    private final Verdicts verdicts;
    private final RatingScales scales;
    private final RecentSignIn recentSignIn;
    private final Event<DomainEvent> events;
    private final Clock clock;

    VerdictReview(Claims claims, ClaimAccess access, Assignments assignments, EvidenceItems evidence, Verdicts verdicts,
            RatingScales scales, RecentSignIn recentSignIn, Event<DomainEvent> events, Clock clock) {
        this.claims = claims;
        this.access = access;
        this.assignments = assignments;
        this.evidence = evidence;
        this.verdicts = verdicts;
        this.scales = scales;
        this.recentSignIn = recentSignIn;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Stores the working copy.
     *
     * @param expected
     *            the version it was based on; 0 when nothing was saved in this round yet
     * @return the version that the next save must name
     */
    public long saveDraft(ClaimId id, Expected expected, Draft draft, Actor actor) {
        Claim claim = workedOn(id, "save a draft", actor);
        Verdict copy = verdicts.workingCopy(claim);
        expected.check("draft", copy.version());
        Stamp by = actor.stamp(clock);
        copy.save(claim, draft.checked(scales), by).ifPresent(saved -> {
            verdicts.persist(copy);
            claims.contributed(claim, actor.person(), Contribution.DRAFTED, by);
            events.fire(saved);
        });
        verdicts.flush();
        return copy.version();
    }

    /**
     * Freezes the working copy and its evidence into the next revision and asks for a decision on it.
     *
     * @return the revision's number
     */
    public int submit(ClaimId id, Expected expected, Actor actor) {
        Claim claim = workedOn(id, "submit", actor);
        Verdict copy = verdicts.workingCopy(claim);
        expected.check("draft", copy.version());
        List<Evidence> cited = evidence.of(id);
        copy.mustBeComplete(!cited.isEmpty());
        Stamp by = actor.stamp(clock);
        VerdictRevision former = verdicts.latest(id).orElse(null);
        verdicts.persist(copy);
        VerdictRevision revision = new VerdictRevision(claim, former == null ? 1 : former.number() + 1, copy, cited,
                by);
        verdicts.persist(revision);
        claims.contributed(claim, actor.person(), Contribution.DRAFTED, by);
        FieldChange moved = claim.move(ClaimMove.SUBMIT);
        events.fire(claim.event(VerdictAction.VERDICT_SUBMITTED, by, with(moved, revision.against(former)))
                .on("revision/" + revision.number()));
        return revision.number();
    }

    /** Takes a submitted verdict back to go on writing. */
    public void withdraw(ClaimId id, @Nullable String reason, Actor actor) {
        actor.mustBe(Role.REVIEWER, Role.SENIOR_EDITOR);
        String why = Checks.reason(reason);
        Claim claim = claims.lock(id);
        if (!access.mayReadWork(actor, claim)) {
            throw new Problem.NotFound("claim");
        }
        claim.mustBe(ClaimState.SUBMITTED, "withdraw");
        assignments.mine(id, actor);
        FieldChange moved = claim.move(ClaimMove.WITHDRAW);
        VerdictRevision revision = verdicts.latest(id).orElseThrow();
        events.fire(claim.event(VerdictAction.VERDICT_WITHDRAWN, actor.stamp(clock), moved)
                .on("revision/" + revision.number()).because(why));
    }

    /**
     * Approves exactly the revision that the editor saw.
     *
     * @param number
     *            that revision; {@link Problem.Stale} when another was submitted since
     */
    @Transactional(dontRollbackOn = Problem.NotAllowed.class)
    public void approve(ClaimId id, int number, Set<ApprovalCheck> checklist, Actor actor) {
        Claim claim = decidable(id, number, "approve", actor);
        if (!checklist.containsAll(EnumSet.allOf(ApprovalCheck.class))) {
            throw new Problem.Invalid("checklist", "incomplete");
        }
        Stamp by = actor.stamp(clock);
        VerdictRevision revision = verdicts.latest(id).orElseThrow();
        verdicts.persist(new Approval(revision, Decision.APPROVED, null, checklist, by));
        FieldChange moved = claim.move(ClaimMove.APPROVE);
        assignments.done(id, by);
        events.fire(claim.event(VerdictAction.VERDICT_APPROVED, by, moved,
                FieldChange.added("checklist", checklist.stream().sorted().map(Enum::name).toList()))
                .on("revision/" + number));
    }

    /** Returns exactly the revision that the editor saw to its author, with a reason. */
    @Transactional(dontRollbackOn = Problem.NotAllowed.class)
    public void sendBack(ClaimId id, int number, @Nullable String reason, Actor actor) {
        Claim claim = decidable(id, number, "return", actor);
        String why = Checks.reason(reason);
        Stamp by = actor.stamp(clock);
        VerdictRevision revision = verdicts.latest(id).orElseThrow();
        verdicts.persist(new Approval(revision, Decision.RETURNED, why, Set.of(), by));
        FieldChange moved = claim.move(ClaimMove.RETURN);
        events.fire(claim.event(VerdictAction.VERDICT_RETURNED, by, moved).on("revision/" + number).because(why));
    }

    /** The claim, locked, if the actor may decide on that revision now; a refusal for want of four eyes is recorded. */
    private Claim decidable(ClaimId id, int number, String act, Actor actor) {
        actor.mustBe(Role.SENIOR_EDITOR);
        Claim claim = claims.lock(id);
        claim.mustBe(ClaimState.SUBMITTED, act);
        int latest = verdicts.latest(id).map(VerdictRevision::number).orElse(0);
        if (latest != number) {
            throw new Problem.Stale("verdict", latest);
        }
        if (claims.isContributor(id, actor.person())) {
            throw refused(claim, number, act, Problem.NotAllowed.fourEyes(), actor);
        }
        if (!recentSignIn.isOf(actor)) {
            throw refused(claim, number, act, Problem.NotAllowed.signInAgain(), actor);
        }
        return claim;
    }

    private Problem refused(Claim claim, int number, String act, Problem why, Actor actor) {
        events.fire(claim.event(VerdictAction.APPROVAL_REFUSED, actor.stamp(clock), FieldChange.added("attempted", act),
                FieldChange.added("refusal", why.code())).on("revision/" + number));
        return why;
    }

    private Claim workedOn(ClaimId id, String act, Actor actor) {
        actor.mustBe(Role.REVIEWER, Role.SENIOR_EDITOR);
        Claim claim = claims.lock(id);
        if (!access.mayReadWork(actor, claim)) {
            throw new Problem.NotFound("claim");
        }
        claim.mustBe(ClaimState.ASSIGNED, act);
        assignments.mine(id, actor);
        return claim;
    }

    private static FieldChange[] with(FieldChange moved, List<FieldChange> changes) {
        FieldChange[] all = new FieldChange[changes.size() + 1];
        all[0] = moved;
        for (int i = 0; i < changes.size(); i++) {
            all[i + 1] = changes.get(i);
        }
        return all;
    }
}
