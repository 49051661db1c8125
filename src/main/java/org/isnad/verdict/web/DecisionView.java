package org.isnad.verdict.web;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimId;
import org.isnad.kernel.web.FormErrors;
import org.isnad.verdict.ApprovalCheck;

/**
 * The two forms in which a senior editor decides on a submitted verdict; the template {@code verdict/decision} shows them.
 *
 * @param revision
 *            the one that is decided on: an edit in between makes the decision void
 * @param next
 *            where to go after the decision
 */
public record DecisionView(String claim, int revision, Set<ApprovalCheck> ticked, String reason, String next,
        FormErrors errors) {

    /** Nothing ticked and nothing written yet. */
    public static DecisionView of(ClaimId claim, int revision, @Nullable String next) {
        return new DecisionView(claim.toString(), revision, Set.of(), "", next == null ? "/approvals" : next,
                FormErrors.none());
    }

    public List<ApprovalCheck> checks() {
        return List.of(ApprovalCheck.values());
    }

    public boolean isTicked(ApprovalCheck check) {
        return ticked.contains(check);
    }
}
