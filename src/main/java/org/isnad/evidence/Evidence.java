package org.isnad.evidence;

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
import org.isnad.identity.PersonId;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/**
 * A link that supports, refutes or explains a claim. Its number is what {@code [n]} in a rationale refers to: it stays with the
 * piece wherever that stands in the list, and a removed piece's number is not given again within the claim.
 */
@Entity
public class Evidence {
    @Id
    private UUID id;
    private UUID claimId;
    private int round;
    private int number;
    private int position;
    private String url;
    private String title;
    private @Nullable String quote;
    @Enumerated(EnumType.STRING)
    private Stance stance;
    @Enumerated(EnumType.STRING)
    private Source source;
    private @Nullable String note;
    private UUID addedBy;
    private Instant addedAt;
    private @Nullable Instant removedAt;
    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Evidence() {}

    Evidence(Claim claim, int number, int position, EvidenceDetails.Checked details, Stamp by) {
        this.id = Ids.next();
        this.claimId = claim.id().value();
        this.round = claim.round();
        this.number = number;
        this.position = position;
        this.url = details.url();
        this.title = details.title();
        this.quote = details.quote();
        this.stance = details.stance();
        this.source = details.source();
        this.note = details.note();
        this.addedBy = by.person();
        this.addedAt = by.at();
    }

    DomainEvent added(Claim claim, Stamp by) {
        return claim.event(EvidenceAction.EVIDENCE_ADDED, by, FieldChange.added("number", number),
                FieldChange.added("url", url), FieldChange.added("title", title), FieldChange.added("quote", quote),
                FieldChange.added("stance", stance.name()), FieldChange.added("source", source.name()),
                FieldChange.added("note", note)).on(part());
    }

    DomainEvent edit(Claim claim, EvidenceDetails.Checked to, Stamp by) {
        mustBePresent();
        DomainEvent edited = claim.event(EvidenceAction.EVIDENCE_EDITED, by, new FieldChange("url", url, to.url()),
                new FieldChange("title", title, to.title()), new FieldChange("quote", quote, to.quote()),
                new FieldChange("stance", stance.name(), to.stance().name()),
                new FieldChange("source", source.name(), to.source().name()), new FieldChange("note", note, to.note()))
                .on(part());
        url = to.url();
        title = to.title();
        quote = to.quote();
        stance = to.stance();
        source = to.source();
        note = to.note();
        return edited;
    }

    DomainEvent remove(Claim claim, Stamp by) {
        mustBePresent();
        removedAt = by.at();
        return claim.event(EvidenceAction.EVIDENCE_REMOVED, by, FieldChange.removed("number", number),
                FieldChange.removed("url", url), FieldChange.removed("title", title)).on(part());
    }

    DomainEvent putBack(Claim claim, Stamp by) {
        if (removedAt == null) {
            throw new Problem.Conflict("not-removed", "This piece of evidence is in the list already.");
        }
        removedAt = null;
        return claim.event(EvidenceAction.EVIDENCE_PUT_BACK, by, FieldChange.added("number", number),
                FieldChange.added("url", url), FieldChange.added("title", title)).on(part());
    }

    void moveTo(int newPosition) {
        this.position = newPosition;
    }

    void mustBePresent() {
        if (removedAt != null) {
            throw new Problem.NotFound("evidence");
        }
    }

    String part() {
        return "evidence/" + id;
    }

    public EvidenceId id() {
        return new EvidenceId(id);
    }

    public ClaimId claim() {
        return new ClaimId(claimId);
    }

    public int round() {
        return round;
    }

    /** What {@code [n]} refers to; 1 for the first piece of a claim. */
    public int number() {
        return number;
    }

    /** The place in the list, ascending, without regard to gaps. */
    public int position() {
        return position;
    }

    public String url() {
        return url;
    }

    public String title() {
        return title;
    }

    public @Nullable String quote() {
        return quote;
    }

    public Stance stance() {
        return stance;
    }

    public Source source() {
        return source;
    }

    public @Nullable String note() {
        return note;
    }

    public PersonId addedBy() {
        return new PersonId(addedBy);
    }

    public Instant addedAt() {
        return addedAt;
    }

    public long version() {
        return version;
    }
}
