package org.isnad.publication;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.Claim;
import org.isnad.claim.ClaimId;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Stamp;

/** A claim's public page. It stays at its address for good, also while it is corrected and after it is retracted. */
@Entity
public class Publication {
    @Id
    private UUID claimId;
    private String slug;
    @Enumerated(EnumType.STRING)
    private PublicationState state;
    private Instant publishedAt;
    private @Nullable String publicNote;
    private Instant stateSince;
    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Publication() {}

    Publication(Claim claim, Stamp by) {
        this.claimId = claim.id().value();
        this.slug = slug(claimId);
        this.state = PublicationState.LIVE;
        this.publishedAt = by.at();
        this.stateSince = by.at();
    }

    /** Goes to another state; the note is what the page says about that, in public. */
    FieldChange become(PublicationState next, @Nullable String note, Stamp by) {
        FieldChange change = new FieldChange("publication", state.name(), next.name());
        this.state = next;
        this.publicNote = note;
        this.stateSince = by.at();
        return change;
    }

    /** Short, says nothing about the claim, and stays when the claim is reworded: from the id's random part, in base 32. */
    private static String slug(UUID id) {
        String digits = "0123456789abcdefghjkmnpqrstvwxyz";
        long bits = id.getLeastSignificantBits();
        StringBuilder slug = new StringBuilder(12);
        for (int i = 0; i < 12; i++) {
            slug.append(digits.charAt((int) (bits >>> (5 * i) & 31)));
        }
        return slug.toString();
    }

    public ClaimId claim() {
        return new ClaimId(claimId);
    }

    /** The last part of the page's address. */
    public String slug() {
        return slug;
    }

    public PublicationState state() {
        return state;
    }

    /** When it was first published. */
    public Instant publishedAt() {
        return publishedAt;
    }

    /** What the page says about being under correction or retracted; null while it is live. */
    public @Nullable String publicNote() {
        return publicNote;
    }

    /** Since when it is in its state. */
    public Instant stateSince() {
        return stateSince;
    }
}
