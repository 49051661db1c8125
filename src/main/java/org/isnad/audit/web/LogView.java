package org.isnad.audit.web;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.isnad.audit.history.AuditLog;
import org.isnad.audit.history.HistorySummary;
import org.isnad.audit.history.LogStep;
import org.isnad.kernel.web.FormErrors;

/**
 * The page over the whole log.
 *
 * @param otherAction
 *            the chosen action's stored name where no action of this version is called so; null otherwise
 * @param earlier
 *            the address of the next page of older steps; null at the log's beginning
 * @param newest
 *            whether this page begins with the newest step
 * @param waiting
 *            how many steps have no place in the log yet
 * @param trouble
 *            what keeps the log from being signed; null when nothing does
 */
record LogView(LogSearch search, FormErrors errors, List<HistorySummary.Person> people, List<HistoryAction> actions,
        @Nullable String otherAction, List<Line> lines, @Nullable String earlier, boolean newest, long waiting,
        @Nullable String trouble) {

    public boolean isChosen(HistorySummary.Person person) {
        return person.id().toString().equals(search.person());
    }

    public boolean isChosen(HistoryAction action) {
        return action.name().equals(search.action());
    }

    public boolean isSearch() {
        return !search.query().isEmpty();
    }

    /** Whether more wait than were counted. */
    public boolean waitMany() {
        return waiting > AuditLog.MOST_WAITING;
    }

    /** One step of the log. */
    record Line(LogStep.Subject subject, HistoryView.Event event) implements Told {

        @Override
        public String langOf(String dir) {
            return Told.langOf(dir, Objects.requireNonNullElse(subject.language(), "und"),
                    Objects.requireNonNullElse(subject.text(), ""));
        }

        public boolean ofClaim() {
            return subject.type().equals("CLAIM");
        }

        /** Where more is to be read about it; null where nothing is. */
        public @Nullable String address() {
            return switch (subject.type()) {
                case "CLAIM" -> HistoryView.address(subject.id());
                case "ARTICLE" -> "/articles/" + subject.id();
                // An author's, too: the page knows where the record is.
                case "ORIGIN" -> "/outlets/" + subject.id();
                default -> null;
            };
        }

        /** Only what happened to the same thing. */
        public String same() {
            return "/audit?about=" + subject.id();
        }
    }
}
