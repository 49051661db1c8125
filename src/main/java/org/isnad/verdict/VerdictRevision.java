package org.isnad.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.isnad.claim.Claim;
import org.isnad.claim.ClaimId;
import org.isnad.evidence.Evidence;
import org.isnad.identity.PersonId;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Stamp;

/** What was submitted: rating, summary, rationale and the evidence they rely on, never changed afterwards. */
@Entity
@Immutable
public class VerdictRevision {
    @Id
    private UUID id;
    private UUID claimId;
    private int round;
    private int number;
    private @Nullable Integer scaleVersion;
    private @Nullable String ratingCode;
    private String summary;
    private String rationale;
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> waivers;
    @JdbcTypeCode(SqlTypes.JSON)
    private List<CitedEvidence> evidence;
    private UUID authorId;
    private Instant submittedAt;

    @SuppressWarnings("NullAway.Init")
    protected VerdictRevision() {}

    VerdictRevision(Claim claim, int number, Verdict draft, List<Evidence> evidence, Stamp by) {
        this.id = Ids.next();
        this.claimId = claim.id().value();
        this.round = claim.round();
        this.number = number;
        this.scaleVersion = draft.scaleVersion();
        this.ratingCode = draft.ratingCode();
        this.summary = draft.summary();
        this.rationale = draft.rationale();
        this.waivers = new TreeMap<>();
        draft.waivers().forEach((piece, reason) -> waivers.put(piece.name(), reason));
        this.evidence = evidence.stream().map(CitedEvidence::of).toList();
        this.authorId = by.person();
        this.submittedAt = by.at();
    }

    /** What this revision changed, field by field, against the one before it. */
    List<FieldChange> against(@Nullable VerdictRevision former) {
        List<FieldChange> changes = new ArrayList<>();
        changes.add(new FieldChange("rating", former == null ? null : former.rating(), rating()));
        changes.add(new FieldChange("summary", former == null ? null : former.summary, summary));
        changes.add(new FieldChange("rationale", former == null ? null : former.rationale, rationale));
        changes.add(new FieldChange("waivers", former == null ? Map.of() : former.waivers, waivers));
        changes.add(new FieldChange("evidence", former == null ? List.of() : former.cited(), cited()));
        return changes.stream().filter(FieldChange::isChange).toList();
    }

    /** What the public reads of it: rating, summary, rationale and the evidence they rely on. */
    public Map<String, Object> describe() {
        Map<String, Object> said = new TreeMap<>();
        Map<String, Object> rating = rating();
        if (rating != null) {
            said.put("rating", rating);
        }
        said.put("summary", summary);
        said.put("rationale", rationale);
        said.put("evidence", cited());
        return said;
    }

    private @Nullable Map<String, Object> rating() {
        return scaleVersion == null || ratingCode == null ? null : Map.of("scale", scaleVersion, "code", ratingCode);
    }

    private List<Map<String, Object>> cited() {
        return evidence.stream().map(piece -> {
            Map<String, Object> said = new TreeMap<>();
            said.put("number", piece.number());
            said.put("url", piece.url());
            said.put("title", piece.title());
            if (piece.quote() != null) {
                said.put("quote", piece.quote());
            }
            said.put("stance", piece.stance());
            said.put("source", piece.source());
            return said;
        }).toList();
    }

    public UUID id() {
        return id;
    }

    public ClaimId claim() {
        return new ClaimId(claimId);
    }

    public int round() {
        return round;
    }

    /** From 1, going on through all rounds of a claim. */
    public int number() {
        return number;
    }

    /** Null where the rating is waived. */
    public @Nullable Integer scaleVersion() {
        return scaleVersion;
    }

    /** Null where the rating is waived. */
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

    public List<CitedEvidence> evidence() {
        return evidence;
    }

    public PersonId author() {
        return new PersonId(authorId);
    }

    public Instant submittedAt() {
        return submittedAt;
    }
}
