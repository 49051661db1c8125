package org.isnad.desk.web;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.desk.Assignee;
import org.isnad.desk.ChosenArticle;
import org.isnad.desk.DismissedClaim;
import org.isnad.desk.IncomingArticle;
import org.isnad.desk.SuggestedClaim;
import org.isnad.desk.TriageClaim;
import org.isnad.kernel.Page;
import org.isnad.kernel.web.FormErrors;

/**
 * Triage as its page shows it.
 *
 * @param article
 *            the chosen article; null when none waits and none was named
 * @param after
 *            the cursor the list of articles was asked for with; null for its beginning
 * @param lost
 *            whether the words of some claims were not found again
 * @param due
 *            proposed due time for an assignment, as the form's field holds it
 */
record TriageView(Page<IncomingArticle> articles, @Nullable String after, @Nullable ChosenArticle article,
        Page<TriageClaim> claims, List<SuggestedClaim> suggestions, List<DismissedClaim> dismissed,
        boolean lost, List<Assignee> people,
        TriageForm form, String due,
        FormErrors errors,
        @Nullable Done done, @Nullable Suggested suggested) {

    public boolean isCurrent(IncomingArticle one) {
        return article != null && article.id().equals(one.id());
    }

    public boolean isTicked(TriageClaim claim) {
        return form.ticked(claim.id());
    }

    public boolean isChosen(Assignee person) {
        return person.id().toString().equals(form.assignee());
    }

    public String dueField() {
        String typed = form.due();
        return typed == null || typed.isBlank() ? due : typed;
    }

    /** How many claims the page shows. */
    public long shown() {
        return claims.items().size();
    }

    /** This page's address, with the article. */
    public String here() {
        return article == null ? "/triage" : "/triage?article=" + article.id();
    }

    /** Whether any claim of the page still waits for a decision. */
    public boolean undecided() {
        return claims.items().stream().anyMatch(TriageClaim::open);
    }

    /**
     * What was done last to a suggestion.
     *
     * @param act
     *            null when somebody else had decided on it
     * @param version
     *            the article version, for what can be undone
     * @param place
     *            where the suggestion stood; empty when there is nothing to undo
     */
    record Suggested(@Nullable SuggestionAct act, String version, String place) {}

    /**
     * What was done last.
     *
     * @param failed
     *            to how many claims it could not be done, because somebody else had been there
     * @param undo
     *            the dismissed claims, or the article, to which it can be undone
     */
    record Done(TriageAct act, long count, long failed, List<UUID> undo) {}
}
