package org.isnad.audit.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.audit.ClaimHeading;
import org.isnad.audit.HistoryFilter;
import org.isnad.audit.HistorySummary;
import org.isnad.kernel.text.Direction;

/**
 * The history page.
 *
 * @param rating
 *            of the latest revision; null before the first
 * @param steps
 *            newest first; what one person saved again and again is one step
 * @param earlier
 *            the address of the next page of older steps; null at the claim's beginning
 * @param newest
 *            whether this page begins with the newest step
 * @param exportable
 *            whether the reader may take the history away with its proofs
 */
record HistoryView(ClaimHeading claim, @Nullable Said rating, HistorySummary summary, HistoryFilter filter,
        List<HistoryAction> actions, List<Integer> rounds, List<Step> steps, @Nullable String earlier, boolean newest,
        boolean exportable) {

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

    /**
     * The language of a text about this claim, for the browser to choose letters by: what runs the way the claim does is taken to
     * be in the claim's language, and nothing is said of other texts.
     */
    public String langOf(String dir) {
        boolean known = !claim.language().equals("und") && dir.equals(Direction.of(claim.wording()).html());
        return known ? claim.language() : "";
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
     * What one person did at once: one event, or a run of draft saves with nothing between them.
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

    /**
     * @param number
     *            the event's place in the claim's history
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
            @Nullable String reason, String reasonDir, List<ChangeView> changes) {

        public String iconClass() {
            return action != null && action.flips() ? "i i-flip" : "i";
        }

        public boolean byDesk() {
            return through == null;
        }

        public boolean throughClient() {
            return through != null && !through.isEmpty();
        }

        private boolean goesOn(Event newer) {
            return action == HistoryAction.DRAFT_SAVED && newer.action == action && newer.actor.equals(actor)
                    && newer.number == number + 1;
        }
    }
}
