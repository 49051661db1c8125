package org.isnad.publication;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.Claim;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimMove;
import org.isnad.claim.Claims;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Checks;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Expected;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;
import org.isnad.verdict.VerdictRevision;
import org.isnad.verdict.Verdicts;

/** Puts approved verdicts before the public, and says so in public when one is corrected or retracted. */
@ApplicationScoped
@Transactional
public class Publishing {
    private final Claims claims;
    private final Verdicts verdicts;
    private final Publications publications;
    private final Event<DomainEvent> events;
    private final Clock clock;

    Publishing(Claims claims, Verdicts verdicts, Publications publications, Event<DomainEvent> events, Clock clock) {
        this.claims = claims;
        this.verdicts = verdicts;
        this.publications = publications;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Publishes the approved revision: the page's first edition, or after a correction its next.
     *
     * @param note
     *            what a correction changed, for the public; needed for every edition but the first
     * @return the page's slug
     */
    public String publish(ClaimId id, Expected expected, @Nullable String reason, @Nullable String note, Actor actor) {
        Claim claim = locked(id, expected, actor);
        Optional<Publication> known = publications.of(id);
        Checks checks = new Checks();
        String why = checks.required("reason", reason, 2000);
        String said = known.isPresent() ? checks.required("note", note, 2000) : null;
        checks.done();
        FieldChange moved = claim.move(ClaimMove.PUBLISH);
        Stamp by = actor.stamp(clock);
        VerdictRevision revision = verdicts.latest(id).orElseThrow();
        Publication page = known.orElseGet(() -> new Publication(claim, by));
        FieldChange became = known.isPresent()
                ? page.become(PublicationState.LIVE, null, by)
                : FieldChange.added("publication", page.state().name());
        int number = known.isPresent() ? publications.editions(id).get(0).number() + 1 : 1;
        publications.persist(page);
        Edition edition = new Edition(claim, number, revision, said, by);
        publications.persist(edition);
        events.fire(claim
                .event(known.isPresent() ? PublicationAction.CORRECTION_PUBLISHED : PublicationAction.VERDICT_PUBLISHED,
                        by, moved, became, FieldChange.added("edition", number), FieldChange.added("slug", page.slug()),
                        FieldChange.added("note", said), FieldChange.added("published", edition.content(revision)))
                .on("revision/" + revision.number()).because(why));
        return page.slug();
    }

    /**
     * Opens the next round on a published claim. The page stays up and says that it is being corrected.
     *
     * @param note
     *            what the page says about it, for the public
     */
    public void correct(ClaimId id, Expected expected, @Nullable String reason, @Nullable String note, Actor actor) {
        change(id, expected, ClaimMove.CORRECT, PublicationState.UNDER_CORRECTION, PublicationAction.CORRECTION_OPENED,
                reason,
                note, actor);
    }

    /**
     * Takes a published verdict back for good. The page stays, and says that and why.
     *
     * @param note
     *            what the page says about it, for the public
     */
    public void retract(ClaimId id, Expected expected, @Nullable String reason, @Nullable String note, Actor actor) {
        change(id, expected, ClaimMove.RETRACT, PublicationState.RETRACTED, PublicationAction.VERDICT_RETRACTED, reason,
                note,
                actor);
    }

    private void change(ClaimId id, Expected expected, ClaimMove move, PublicationState next, PublicationAction action,
            @Nullable String reason, @Nullable String note, Actor actor) {
        Claim claim = locked(id, expected, actor);
        Checks checks = new Checks();
        String why = checks.required("reason", reason, 2000);
        String said = checks.required("note", note, 2000);
        checks.done();
        int roundBefore = claim.round();
        FieldChange moved = claim.move(move);
        Publication page = publications.of(id).orElseThrow(() -> new Problem.NotFound("publication"));
        Stamp by = actor.stamp(clock);
        FieldChange became = page.become(next, said, by);
        events.fire(claim.event(action, by, moved, became, new FieldChange("round", roundBefore, claim.round()),
                FieldChange.added("note", said)).because(why));
    }

    private Claim locked(ClaimId id, Expected expected, Actor actor) {
        actor.mustBe(Role.SENIOR_EDITOR);
        Claim claim = claims.lock(id);
        expected.check("claim", claim.version());
        return claim;
    }
}
