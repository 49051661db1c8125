package org.isnad.desk.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.isnad.desk.OriginArticle;
import org.isnad.desk.OriginCard;
import org.isnad.desk.OriginClaim;
import org.isnad.desk.OriginRecord;
import org.isnad.desk.OriginSummary;
import org.isnad.desk.OriginWorks;
import org.isnad.kernel.Page;
import org.isnad.kernel.text.Direction;
import org.isnad.kernel.web.FormErrors;
import org.isnad.origin.OriginKind;
import org.isnad.publication.FactCheck;
import org.isnad.publication.PublicationState;
import org.isnad.verdict.Rating;

/**
 * The page of an outlet or author.
 *
 * @param others
 *            the records of the other kind
 * @param many
 *            whether it has more articles than those that claims and the summary are taken from
 * @param first
 *            whether both lists are at their beginning
 * @param editing
 *            the editors' forms; null for whoever may not change the record
 */
record OriginView(OriginRecord record, Page<OriginArticle> articles, Page<OriginClaim> claims, List<Tally> ratings,
        List<Verdict> verdicts, List<OriginSummary.Other> others, List<String> hosts, boolean many, boolean first,
        @Nullable Editing editing) {

    /**
     * A published verdict.
     *
     * @param dir
     *            the wording's own direction
     * @param tone
     *            null where the rating was waived, as is the label
     */
    record Verdict(String slug, String wording, String dir, @Nullable String tone, @Nullable String label,
            boolean retracted) {
        static Verdict of(FactCheck fact, String language) {
            Rating rating = fact.rating();
            return new Verdict(fact.page().slug(), fact.edition().wording(),
                    Direction.of(fact.edition().wording()).html(),
                    rating == null ? null : rating.tone(), rating == null ? null : rating.label(language),
                    fact.page().state() == PublicationState.RETRACTED);
        }
    }

    /** How often a rating was published. */
    record Tally(@Nullable String tone, @Nullable String label, long published) {
        static Tally of(OriginSummary.Count count, String language) {
            return new Tally(count.tone(), count.label(language), count.published());
        }
    }

    /**
     * What an editor typed, and what is wrong with it, form by form.
     *
     * @param name
     *            how the record is to be called
     * @param same
     *            what was looked for among the other records; null when nothing was
     * @param chosen
     *            the id of the record or name that was chosen; null for none
     * @param found
     *            the other records that were found
     * @param moreFound
     *            whether there are more of them
     */
    record Editing(String name, String note, @Nullable String same, @Nullable String chosen, List<OriginCard> found,
            boolean moreFound, FormErrors rename, FormErrors merge, FormErrors part) {
        public boolean isChosen(UUID id) {
            return id.toString().equals(chosen);
        }

        /** Whether somebody changed the record since the editor saw it. */
        public boolean stale() {
            return Stream.of(rename, merge, part).anyMatch(errors -> errors.at("version") != null);
        }
    }

    /** How many articles claims and the summary are taken from. */
    public long most() {
        return OriginWorks.MOST;
    }

    /** This page's address. */
    public String here() {
        return record.address();
    }

    public OriginKind kind() {
        return record.kind();
    }

    public OriginKind otherKind() {
        return record.kind() == OriginKind.OUTLET ? OriginKind.AUTHOR : OriginKind.OUTLET;
    }

    public boolean severalNames() {
        return record.names().size() > 1;
    }
}
