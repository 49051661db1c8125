package org.isnad.verdict.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.web.PersonJson;
import org.isnad.verdict.CitedEvidence;
import org.isnad.verdict.DecidedRevision;
import org.isnad.verdict.Piece;
import org.isnad.verdict.VerdictRevision;

/** What was submitted, in API answers. */
@Schema(name = "VerdictRevision", description = "What was submitted once, never changed afterwards")
public record RevisionJson(
        @Schema(description = "From 1, going on through all rounds; what the verdict's ETag holds") int number,
        int round, @Schema(description = "Missing where it is waived") @Nullable RatingJson rating,
        String summary, String rationale, Map<Piece, String> waivers, List<Cited> evidence, PersonJson author,
        Instant submittedAt) {

    /** A piece of evidence as it was when the revision was submitted. */
    @Schema(name = "CitedEvidence", description = "A piece of evidence as it was when the revision was submitted")
    public record Cited(UUID id, @Schema(description = "What [n] in the rationale refers to") int number, String url,
            String title, @Nullable String quote, String stance, String source) {

        public static Cited of(CitedEvidence piece) {
            return new Cited(piece.id(), piece.number(), piece.url(), piece.title(), piece.quote(), piece.stance(),
                    piece.source());
        }
    }

    static RevisionJson of(DecidedRevision row) {
        VerdictRevision revision = row.revision();
        return new RevisionJson(revision.number(), revision.round(), RatingJson.of(row.rating()), revision.summary(),
                revision.rationale(), revision.waivers(), revision.evidence().stream().map(Cited::of).toList(),
                new PersonJson(revision.author().value(), row.author()), revision.submittedAt());
    }
}
