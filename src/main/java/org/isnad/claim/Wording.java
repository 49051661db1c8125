package org.isnad.claim;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Checks;

/**
 * What a claim says, in one sentence of its own.
 *
 * @param text
 *            1 to 1,000 code points
 * @param claimant
 *            who says it, where known; at most 300 code points
 * @param claimedOn
 *            when it was said, where known
 */
public record Wording(@Nullable String text, @Nullable String claimant, @Nullable LocalDate claimedOn,
        @Nullable Priority priority) {

    /** The wording as it can be stored, or {@link org.isnad.kernel.Problem.Invalid} with all that is wrong with it. */
    Checked checked() {
        Checks checks = new Checks();
        String wording = checks.required("text", text, 1000);
        String who = checks.optional("claimant", claimant, 300);
        checks.done();
        return new Checked(wording, who, claimedOn, priority == null ? Priority.NORMAL : priority);
    }

    record Checked(String text, @Nullable String claimant, @Nullable LocalDate claimedOn, Priority priority) {}
}
