package org.isnad.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import org.isnad.article.language.Languages;
import org.isnad.identity.PersonId;
import org.isnad.kernel.Action;
import org.isnad.kernel.AggregateType;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/**
 * One checkable statement and where it stands. Each arrow of its life is one {@link ClaimMove}; a move from the wrong state is
 * refused with what is possible instead. The features that carry out later arrows (assignment, verdict, publication) move it
 * through {@link #move} and record the one event of their act.
 */
@Entity
public class Claim {
    @Id
    private UUID id;
    @Enumerated(EnumType.STRING)
    private ClaimState state;
    private int round;
    private String wording;
    private String language;
    private @Nullable String claimant;
    private @Nullable LocalDate claimedOn;
    @Enumerated(EnumType.STRING)
    private Priority priority;
    private UUID proposedBy;
    private Instant proposedAt;
    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Claim() {}

    private Claim(Wording.Checked wording, String articleLanguage, Stamp by) {
        this.id = Ids.next();
        this.state = ClaimState.PROPOSED;
        this.round = 1;
        this.wording = wording.text();
        this.language = Languages.ofPassage(wording.text(), articleLanguage);
        this.claimant = wording.claimant();
        this.claimedOn = wording.claimedOn();
        this.priority = wording.priority();
        this.proposedBy = by.person();
        this.proposedAt = by.at();
    }

    /** @param articleLanguage ISO 639 code of the language of the article it was found in */
    static Claim propose(Wording wording, String articleLanguage, Stamp by) {
        return new Claim(wording.checked(), articleLanguage, by);
    }

    DomainEvent proposed(Appearance where, Stamp by) {
        return DomainEvent.of(AggregateType.CLAIM, id, ClaimAction.CLAIM_PROPOSED, by,
                FieldChange.added("state", state.name()), FieldChange.added("wording", wording),
                FieldChange.added("claimant", claimant), FieldChange.added("claimedOn", text(claimedOn)),
                FieldChange.added("priority", priority.name()), FieldChange.added("appearance", where.describe()));
    }

    DomainEvent appearedAt(Appearance where, Stamp by) {
        return event(ClaimAction.APPEARANCE_ADDED, by, FieldChange.added("appearance", where.describe()))
                .on("appearance/" + where.id());
    }

    /** The words were found in a later version of the article. */
    DomainEvent movedTo(Appearance there, Stamp by) {
        return event(ClaimAction.APPEARANCE_FOLLOWED, by, FieldChange.added("appearance", there.describe()))
                .on("appearance/" + there.id());
    }

    /** The words were not found in a later version of the article. */
    DomainEvent lost(Appearance where, int version, Stamp by) {
        return event(ClaimAction.APPEARANCE_LOST, by, FieldChange.added("version", version))
                .on("appearance/" + where.id());
    }

    /** A person looked: the later version does not have the words any more. */
    DomainEvent gone(UUID appearance, Stamp by) {
        return event(ClaimAction.APPEARANCE_GONE, by).on("appearance/" + appearance);
    }

    /** Rewording is for as long as nobody relies on the words: until a verdict on them was submitted. */
    DomainEvent reword(Wording newWording, Stamp by) {
        if (state != ClaimState.PROPOSED && state != ClaimState.QUEUED && state != ClaimState.ASSIGNED) {
            throw refusal("reword");
        }
        Wording.Checked to = newWording.checked();
        String inLanguage = Languages.ofPassage(to.text(), language);
        DomainEvent reworded = event(ClaimAction.CLAIM_REWORDED, by, new FieldChange("wording", wording, to.text()),
                new FieldChange("language", language, inLanguage),
                new FieldChange("claimant", claimant, to.claimant()),
                new FieldChange("claimedOn", text(claimedOn), text(to.claimedOn())),
                new FieldChange("priority", priority.name(), to.priority().name()));
        wording = to.text();
        language = inLanguage;
        claimant = to.claimant();
        claimedOn = to.claimedOn();
        priority = to.priority();
        return reworded;
    }

    DomainEvent accept(Stamp by) {
        return event(ClaimAction.CLAIM_ACCEPTED, by, move(ClaimMove.ACCEPT));
    }

    DomainEvent dismiss(String reason, Stamp by) {
        return event(ClaimAction.CLAIM_DISMISSED, by, move(ClaimMove.DISMISS)).because(reason);
    }

    DomainEvent restore(String reason, Stamp by) {
        return event(ClaimAction.CLAIM_RESTORED, by, move(ClaimMove.RESTORE)).because(reason);
    }

    /** Goes along one arrow; a correction starts the next round. Returns the change of state for the event of the act. */
    public FieldChange move(ClaimMove move) {
        if (state != move.from()) {
            throw refusal(move.verb());
        }
        FieldChange change = new FieldChange("state", state.name(), move.to().name());
        state = move.to();
        if (move == ClaimMove.CORRECT) {
            round++;
        }
        return change;
    }

    /** Refuses an act that belongs to one state while the claim is in another. */
    public void mustBe(ClaimState required, String act) {
        if (state != required) {
            throw refusal(act);
        }
    }

    /** An event in this claim's history. */
    public DomainEvent event(Action action, Stamp by, FieldChange... changes) {
        return DomainEvent.of(AggregateType.CLAIM, id, action, by, changes);
    }

    private Problem refusal(String attempted) {
        return new Problem.WrongState(attempted, state.name().toLowerCase(java.util.Locale.ROOT),
                state.moves().stream().map(ClaimMove::verb).toList());
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    public ClaimId id() {
        return new ClaimId(id);
    }

    public ClaimState state() {
        return state;
    }

    /** 1 for the first check; each correction of what is published starts another. */
    public int round() {
        return round;
    }

    public String wording() {
        return wording;
    }

    /** ISO 639 code of the wording's language, {@code und} where unknown. */
    public String language() {
        return language;
    }

    public @Nullable String claimant() {
        return claimant;
    }

    public @Nullable LocalDate claimedOn() {
        return claimedOn;
    }

    public Priority priority() {
        return priority;
    }

    public PersonId proposedBy() {
        return new PersonId(proposedBy);
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public long version() {
        return version;
    }
}
