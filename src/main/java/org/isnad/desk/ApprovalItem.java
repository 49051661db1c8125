package org.isnad.desk;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimState;
import org.isnad.claim.Priority;

/**
 * A claim in a list of the approvals page.
 *
 * @param at
 *            when its latest revision was submitted
 * @param revision
 *            that revision's number
 * @param mine
 *            whether the reading person contributed, and so cannot decide
 */
public record ApprovalItem(UUID id, String wording, String language, @Nullable String claimant, ClaimState state,
        Priority priority, int round, Instant at, int revision, String author, long evidence, @Nullable Rated rating,
        boolean mine) {

    /** A rating as it is shown. */
    public record Rated(String tone, String labelEn, String labelAr) {
        static @Nullable Rated of(Row row) {
            String tone = row.textOrNull("tone");
            return tone == null ? null : new Rated(tone, row.text("label_en"), row.text("label_ar"));
        }

        public String label(String language) {
            return language.equals("ar") ? labelAr : labelEn;
        }
    }
}
