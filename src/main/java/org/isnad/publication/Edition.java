package org.isnad.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.isnad.claim.Claim;
import org.isnad.claim.ClaimId;
import org.isnad.identity.PersonId;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Stamp;
import org.isnad.verdict.VerdictRevision;

/** One published state of a page: an approved revision and the claim's words at that time. Never changed afterwards. */
@Entity
@Immutable
@Table(name = "publication_edition")
public class Edition {
    @Id
    private UUID id;
    private UUID claimId;
    private int number;
    private UUID revisionId;
    private String wording;
    private @Nullable String claimant;
    private @Nullable LocalDate claimedOn;
    private @Nullable String note;
    private UUID publishedBy;
    private Instant publishedAt;

    @SuppressWarnings("NullAway.Init")
    protected Edition() {}

    Edition(Claim claim, int number, VerdictRevision revision, @Nullable String note, Stamp by) {
        this.id = Ids.next();
        this.claimId = claim.id().value();
        this.number = number;
        this.revisionId = revision.id();
        this.wording = claim.wording();
        this.claimant = claim.claimant();
        this.claimedOn = claim.claimedOn();
        this.note = note;
        this.publishedBy = by.person();
        this.publishedAt = by.at();
    }

    /** All that the public reads in this edition, as its event says it: from it alone a reader can check the page. */
    Map<String, Object> content(VerdictRevision revision) {
        Map<String, Object> content = new TreeMap<>(revision.describe());
        content.put("wording", wording);
        if (claimant != null) {
            content.put("claimant", claimant);
        }
        if (claimedOn != null) {
            content.put("claimedOn", claimedOn.toString());
        }
        return content;
    }

    public ClaimId claim() {
        return new ClaimId(claimId);
    }

    /** 1 for the first; every correction adds one. */
    public int number() {
        return number;
    }

    public UUID revision() {
        return revisionId;
    }

    public String wording() {
        return wording;
    }

    public @Nullable String claimant() {
        return claimant;
    }

    public @Nullable LocalDate claimedOn() {
        return claimedOn;
    }

    /** What this edition corrected, in public; null for the first. */
    public @Nullable String note() {
        return note;
    }

    public PersonId publishedBy() {
        return new PersonId(publishedBy);
    }

    public Instant publishedAt() {
        return publishedAt;
    }
}
