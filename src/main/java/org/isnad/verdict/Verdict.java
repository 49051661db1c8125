package org.isnad.verdict;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.isnad.claim.Claim;
import org.isnad.claim.ClaimId;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/** The working copy of a claim's verdict in one round. Submitting freezes it into a {@link VerdictRevision}. */
@Entity
public class Verdict {
    @Id
    private UUID id;
    private UUID claimId;
    private int round;
    private @Nullable Integer scaleVersion;
    private @Nullable String ratingCode;
    private String summary = "";
    private String rationale = "";
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> waivers = Map.of();
    private @Nullable UUID savedBy;
    private @Nullable Instant savedAt;
    /** From 1, so that 0 can stand for "nobody saved one yet". */
    @Version
    private long version = 1;

    @SuppressWarnings("NullAway.Init")
    protected Verdict() {}

    /** A round's copy before its first save: empty, or in a later round what was approved last. */
    Verdict(Claim claim, @Nullable VerdictRevision last) {
        this.id = Ids.next();
        this.claimId = claim.id().value();
        this.round = claim.round();
        if (last != null) {
            this.scaleVersion = last.scaleVersion();
            this.ratingCode = last.ratingCode();
            this.summary = last.summary();
            this.rationale = last.rationale();
            this.waivers = new TreeMap<>(names(last.waivers()));
        }
    }

    /** Takes over what was written; empty when that is what stands there already. */
    Optional<DomainEvent> save(Claim claim, Draft.Checked draft, Stamp by) {
        Rating rating = draft.rating();
        Map<String, String> reasons = names(draft.waivers());
        List<FieldChange> changes = FieldChange.only(
                new FieldChange("rating", rating(), rating == null ? null : rating.describe()),
                new FieldChange("summary", summary, draft.summary()),
                new FieldChange("rationale", rationale, draft.rationale()),
                new FieldChange("waivers", waivers, reasons));
        if (changes.isEmpty() && savedBy != null) {
            return Optional.empty();
        }
        scaleVersion = rating == null ? null : rating.scaleVersion();
        ratingCode = rating == null ? null : rating.code();
        summary = draft.summary();
        rationale = draft.rationale();
        waivers = reasons;
        savedBy = by.person();
        savedAt = by.at();
        return Optional.of(
                claim.event(VerdictAction.DRAFT_SAVED, by, changes.toArray(FieldChange[]::new)).on("draft/" + round));
    }

    /** Refuses what lacks a piece without a waiver for it. */
    void mustBeComplete(boolean hasEvidence) {
        List<Problem.FieldError> missing = List.of(Piece.values()).stream()
                .filter(piece -> !has(piece, hasEvidence) && !waivers.containsKey(piece.name()))
                .map(piece -> new Problem.FieldError(piece.field(), "missing-piece", Map.of())).toList();
        if (!missing.isEmpty()) {
            throw new Problem.Invalid(missing);
        }
    }

    private boolean has(Piece piece, boolean hasEvidence) {
        return switch (piece) {
            case EVIDENCE -> hasEvidence;
            case RATING -> ratingCode != null;
            case RATIONALE -> !rationale.isBlank();
        };
    }

    private static Map<String, String> names(Map<Piece, String> reasons) {
        Map<String, String> names = new TreeMap<>();
        reasons.forEach((piece, reason) -> names.put(piece.name(), reason));
        return names;
    }

    @Nullable
    Map<String, Object> rating() {
        return scaleVersion == null || ratingCode == null ? null : Map.of("scale", scaleVersion, "code", ratingCode);
    }

    public ClaimId claim() {
        return new ClaimId(claimId);
    }

    public int round() {
        return round;
    }

    public @Nullable Integer scaleVersion() {
        return scaleVersion;
    }

    public @Nullable String ratingCode() {
        return ratingCode;
    }

    public String summary() {
        return summary;
    }

    public String rationale() {
        return rationale;
    }

    public Map<Piece, String> waivers() {
        Map<Piece, String> reasons = new EnumMap<>(Piece.class);
        waivers.forEach((name, reason) -> reasons.put(Piece.valueOf(name), reason));
        return reasons;
    }

    /** Null until the first save. */
    public @Nullable Instant savedAt() {
        return savedAt;
    }

    /** Null until the first save. */
    public @Nullable UUID savedBy() {
        return savedBy;
    }

    /** What the next save must name: 0 before the first save. */
    public long version() {
        return savedBy == null ? 0 : version;
    }
}
