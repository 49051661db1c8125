package org.isnad.audit.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.audit.check.Verification;
import org.isnad.audit.history.ClaimHeading;
import org.isnad.audit.history.HistoryFilter;
import org.isnad.audit.history.HistorySummary;
import org.isnad.audit.history.LogPlace;

/**
 * The history page.
 *
 * @param rating
 *            of the latest revision; null before the first
 * @param proof
 *            how the history stands in the signed log
 * @param steps
 *            newest first; what one person saved, or read, again and again is one step
 * @param earlier
 *            the address of the next page of older steps; null at the claim's beginning
 * @param newest
 *            whether this page begins with the newest step
 * @param exportable
 *            whether the reader may take the history away with its proofs
 */
record HistoryView(ClaimHeading claim, @Nullable Said rating, HistorySummary summary, HistoryFilter filter,
        ProofView proof, List<HistoryAction> actions, List<Integer> rounds, List<Step> steps, @Nullable String earlier,
        boolean newest, boolean exportable) implements Told {

    public String address() {
        return address(claim.id());
    }

    static String address(UUID claim) {
        return "/claims/" + claim + "/history";
    }

    /** The claim feature's text for the state. */
    public String stateKey() {
        return "state_" + claim.state();
    }

    @Override
    public String langOf(String dir) {
        return Told.langOf(dir, claim.language(), claim.wording());
    }

    public boolean isChosen(HistorySummary.Person person) {
        return person.id().equals(filter.person());
    }

    public boolean isChosen(HistoryAction action) {
        return action.name().equals(filter.action());
    }

    public boolean isChosen(int round) {
        return Objects.equals(filter.round(), round);
    }

    /**
     * What one person did at once: one event, or a run of draft saves or of readings with nothing between them.
     *
     * @param events
     *            newest first, at least one
     */
    record Step(List<Event> events) {
        public Event latest() {
            return events.get(0);
        }

        public Event first() {
            return events.get(events.size() - 1);
        }

        public boolean isRun() {
            return events.size() > 1;
        }

        static List<Step> of(List<Event> newestFirst) {
            List<Step> steps = new ArrayList<>();
            List<Event> run = new ArrayList<>();
            for (Event event : newestFirst) {
                if (!run.isEmpty() && !event.goesOn(run.get(run.size() - 1))) {
                    steps.add(new Step(List.copyOf(run)));
                    run.clear();
                }
                run.add(event);
            }
            if (!run.isEmpty()) {
                steps.add(new Step(List.copyOf(run)));
            }
            return steps;
        }
    }

    /** What a check found for an event. */
    enum Checked {
        /** Nobody asked, or no checkpoint covers it yet. */
        NOT,
        VERIFIED,
        BROKEN
    }

    /**
     * @param number
     *            the event's place in the history of what it is about
     * @param faults
     *            what is wrong with it; empty unless it is broken
     * @param action
     *            null for an action that only a later version of the desk knows; {@code stored} names it
     * @param erasedStep
     *            the number of the step that it took values out of
     * @param through
     *            the API client that was used; empty for the browser, null for the desk itself
     */
    record Event(long number, @Nullable HistoryAction action, String stored, UUID actor, String person,
            @Nullable String through, Instant at, @Nullable Integer revision, @Nullable Integer evidence,
            @Nullable Long erasedStep, int round,
            LogPlace place, Checked checked, List<Verification.Fault> faults, @Nullable String reason, String reasonDir,
            List<ChangeView> changes) {

        public String iconClass() {
            return action != null && action.flips() ? "i i-flip" : "i";
        }

        public boolean byDesk() {
            return through == null;
        }

        public boolean throughClient() {
            return through != null && !through.isEmpty();
        }

        /** Taking the history away is more than reading, and always stands by itself. */
        public boolean isReading() {
            return action == HistoryAction.CLAIM_READ || action == HistoryAction.HISTORY_READ;
        }

        public boolean isVerified() {
            return checked == Checked.VERIFIED;
        }

        public boolean isBroken() {
            return checked == Checked.BROKEN;
        }

        Event checked(Checked outcome, List<Verification.Fault> found) {
            return new Event(number, action, stored, actor, person, through, at, revision, evidence, erasedStep, round,
                    place,
                    outcome, found, reason, reasonDir, changes);
        }

        /** What does not match is never folded away. */
        private boolean goesOn(Event newer) {
            boolean alike = action == HistoryAction.DRAFT_SAVED && newer.action == action
                    || isReading() && newer.isReading();
            return alike && newer.actor.equals(actor) && newer.number == number + 1 && !isBroken()
                    && !newer.isBroken();
        }
    }
}
