package org.isnad.publication.web;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimId;
import org.isnad.kernel.web.FormErrors;

/**
 * The form of one public act; the template {@code publication/form} shows it.
 *
 * @param version
 *            the claim's, as it was when the person looked at it
 * @param again
 *            whether the page was published before, so that the public has to be told what changed
 */
public record PublicForm(PublicAct act, String claim, long version, boolean again, String reason, String note,
        FormErrors errors) {

    /** Nothing written yet. */
    public static PublicForm empty(PublicAct act, ClaimId claim, long version, boolean again) {
        return new PublicForm(act, claim.toString(), version, again, "", "", FormErrors.none());
    }

    static PublicForm refused(PublicAct act, ClaimId claim, long version, boolean again, @Nullable String reason,
            @Nullable String note, FormErrors errors) {
        return new PublicForm(act, claim.toString(), version, again, reason == null ? "" : reason,
                note == null ? "" : note, errors);
    }

    /** Whether the public is told something. */
    public boolean tells() {
        return again || act != PublicAct.PUBLISH;
    }
}
