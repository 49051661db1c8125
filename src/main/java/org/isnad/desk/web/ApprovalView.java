package org.isnad.desk.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimState;
import org.isnad.desk.ApprovalItem.Rated;
import org.isnad.desk.ClaimHelper;
import org.isnad.desk.ClaimUnderReview;
import org.isnad.desk.RevisionEvidence;
import org.isnad.desk.SubmittedRevision;
import org.isnad.kernel.text.WordDiff;
import org.isnad.publication.web.PublicAct;
import org.isnad.publication.web.PublicForm;
import org.isnad.verdict.web.DecisionView;

/**
 * A submitted verdict beside its evidence.
 *
 * @param against
 *            the revision it is compared with; null to show it alone
 * @param mine
 *            what the reading person contributed; empty for whoever may decide
 * @param decision
 *            the decision's form; null where no decision is awaited or the person contributed
 * @param acts
 *            what can be done before the public now
 */
record ApprovalView(ClaimUnderReview claim, SubmittedRevision shown, @Nullable SubmittedRevision against,
        List<SubmittedRevision> revisions, List<Piece> evidence, List<String> contributors, List<ClaimHelper> mine,
        @Nullable DecisionView decision, List<PublicForm> acts) {

    /**
     * A cited piece of evidence.
     *
     * @param isNew
     *            whether the revision compared with did not cite it
     * @param quote
     *            its quote against that revision's; one unchanged stretch when it did not change
     */
    record Piece(RevisionEvidence cited, boolean isNew, boolean gone, boolean changed, List<WordDiff.Piece> quote) {}

    public List<WordDiff.Piece> summary() {
        return WordDiff.of(former(SubmittedRevision::summary, shown.summary()), shown.summary());
    }

    public List<WordDiff.Piece> rationale() {
        return WordDiff.of(former(SubmittedRevision::rationale, shown.rationale()), shown.rationale());
    }

    public @Nullable Rated formerRating() {
        return against == null ? null : against.rating();
    }

    public boolean ratingChanged() {
        return against != null && !java.util.Objects.equals(against.rating(), shown.rating());
    }

    public boolean isAgainst(SubmittedRevision one) {
        return against != null && against.number() == one.number();
    }

    /** The revisions it can be compared with. */
    public List<SubmittedRevision> others() {
        return revisions.stream().filter(one -> one.number() < shown.number()).toList();
    }

    public boolean awaited() {
        return claim.state() == ClaimState.SUBMITTED;
    }

    private String former(Function<SubmittedRevision, String> text, String otherwise) {
        return against == null ? otherwise : text.apply(against);
    }

    /** Marks what the shown revision cites anew or in other words, and lists what it no longer cites. */
    static List<Piece> compare(List<RevisionEvidence> cited, int shown, @Nullable SubmittedRevision against) {
        Map<UUID, RevisionEvidence> before = against == null
                ? Map.of()
                : cited.stream().filter(piece -> piece.revision() == against.number())
                        .collect(Collectors.toMap(RevisionEvidence::id, Function.identity()));
        List<RevisionEvidence> now = cited.stream().filter(piece -> piece.revision() == shown).toList();
        List<Piece> pieces = new java.util.ArrayList<>();
        for (RevisionEvidence piece : now) {
            RevisionEvidence former = before.get(piece.id());
            boolean changed = former != null && !java.util.Objects.equals(former.quote(), piece.quote());
            pieces.add(new Piece(piece, against != null && former == null, false, changed,
                    WordDiff.of(former == null ? piece.quote() : former.quote(), piece.quote())));
        }
        before.values().stream().filter(piece -> now.stream().noneMatch(other -> other.id().equals(piece.id())))
                .forEach(piece -> pieces.add(new Piece(piece, false, true, false,
                        WordDiff.of(piece.quote(), piece.quote()))));
        return pieces;
    }

    /** What the public can be shown or told while the claim is in that state. */
    static List<PublicAct> possible(ClaimState state) {
        return switch (state) {
            case APPROVED -> List.of(PublicAct.PUBLISH);
            case PUBLISHED -> List.of(PublicAct.CORRECT, PublicAct.RETRACT);
            default -> List.of();
        };
    }
}
