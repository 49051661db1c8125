package org.isnad.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimMarks.ClaimMark;
import org.isnad.claim.ClaimState;
import org.isnad.claim.Priority;
import org.isnad.evidence.Source;
import org.isnad.evidence.Stance;
import org.isnad.verdict.Approval.Decision;

/**
 * Everything that somebody who works on a claim, or reads the work, has in front of them.
 *
 * @param article
 *            the text shown; null for a claim that is in no article
 * @param marks
 *            in that text, of this claim and of others that the person may see
 * @param evidence
 *            in its order; empty when the person may not see the work
 * @param removed
 *            the piece that was removed just now and can be put back; null mostly
 */
public record Workspace(Head head, Assigned assigned, Draft draft, @Nullable Submitted submitted, Neighbours neighbours,
        List<Place> places, @Nullable Text article, List<ClaimMark> marks, List<Item> evidence,
        @Nullable Item removed) {

    /**
     * The claim.
     *
     * @param contributor
     *            whether the person who looks took part in checking it, in any round
     * @param proposedByMe
     *            whether the person who looks proposed it
     * @param slug
     *            of its public page; null until it was published
     */
    public record Head(UUID id, ClaimState state, int round, String wording, String language,
            @Nullable String claimant, @Nullable LocalDate claimedOn, Priority priority, long version,
            boolean contributor, boolean proposedByMe, @Nullable String slug) {}

    /** Who checks it now and until when; all null while nobody does. */
    public record Assigned(@Nullable UUID person, @Nullable String name, @Nullable Instant due) {}

    /**
     * The working copy of this round, or what it would start from.
     *
     * @param version
     *            what the next save must name; 0 before the first
     */
    public record Draft(long version, @Nullable String ratingCode, String summary, String rationale,
            @Nullable String waiverEvidence, @Nullable String waiverRating, @Nullable String waiverRationale,
            @Nullable Instant savedAt) {
        /** For whoever may not see the work. */
        static final Draft NONE = new Draft(0, null, "", "", null, null, null, null);
    }

    /**
     * The newest revision, and what was decided on it.
     *
     * @param decision
     *            null while nobody decided
     */
    public record Submitted(int revision, String author, Instant at, @Nullable Decision decision,
            @Nullable String reason, @Nullable String decidedBy, @Nullable Instant decidedAt) {}

    /**
     * The claims before and after this one in the person's own queue.
     *
     * @param place
     *            from 1; 0 when it is not in that queue
     */
    public record Neighbours(@Nullable UUID previous, @Nullable UUID next, long place, long total) {}

    /** An article version in which the claim is made. */
    public record Place(UUID article, UUID version, int number, String title, @Nullable String outlet,
            String language) {}

    /**
     * The frozen text that is shown.
     *
     * @param versions
     *            how many captures of the article there are
     * @param latest
     *            the latest of them
     * @param followed
     *            whether the claim's words were found, or marked, in the latest
     * @param lost
     *            whether they were not found there, and nobody has said what became of them
     */
    public record Text(UUID article, UUID version, int number, long versions, String title, @Nullable String byline,
            @Nullable String outlet, @Nullable String url, @Nullable LocalDate publishedOn, String language,
            String sha256, Instant capturedAt, String text, UUID latest, boolean followed, boolean lost) {
        /** Whether the article says something else by now. */
        public boolean outdated() {
            return !latest.equals(version);
        }
    }

    /**
     * A piece of evidence.
     *
     * @param present
     *            false for a removed one
     */
    public record Item(UUID id, int number, String url, String title, @Nullable String quote, Stance stance,
            Source source, @Nullable String note, String addedBy, Instant addedAt, long version, boolean present) {}
}
