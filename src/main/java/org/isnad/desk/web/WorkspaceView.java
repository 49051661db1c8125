package org.isnad.desk.web;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimState;
import org.isnad.claim.web.MarkedText;
import org.isnad.desk.Workspace;
import org.isnad.evidence.Source;
import org.isnad.evidence.Stance;
import org.isnad.evidence.web.EvidenceForm;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.text.Direction;
import org.isnad.kernel.web.FormErrors;
import org.isnad.verdict.Approval.Decision;
import org.isnad.verdict.Piece;
import org.isnad.verdict.web.DraftForm;
import org.isnad.verdict.web.RatingChoice;

/**
 * A claim's workspace for one person: what is there, and what of it the person may do.
 *
 * @param person
 *            the id under which the browser keeps this person's unsaved words
 * @param note
 *            what was done just now, to be said; null for nothing
 * @param moved
 *            the piece of evidence that was moved just now, which keeps the focus
 */
record WorkspaceView(Workspace work, Rights may, @Nullable MarkedText text, DraftForm draft,
        RatingChoice.Scale scale, List<Check> checks, String person, @Nullable WorkspaceNote note,
        @Nullable UUID moved) {
    private static final Pattern CITED = Pattern.compile("\\[(\\d{1,4})]");

    /** What the person may do here now. */
    public record Rights(boolean seeWork, boolean work, boolean reword, boolean take, boolean release, boolean withdraw,
            boolean decide, boolean history, boolean mark) {

        static Rights of(Workspace work, Actor actor) {
            Workspace.Head head = work.head();
            boolean editor = actor.is(Role.SENIOR_EDITOR);
            boolean checks = editor || actor.is(Role.REVIEWER);
            boolean mine = actor.person().value().equals(work.assigned().person());
            boolean open = head.state() == ClaimState.PROPOSED || head.state() == ClaimState.QUEUED
                    || head.state() == ClaimState.ASSIGNED;
            return new Rights(actor.isAny(Role.SENIOR_EDITOR, Role.AUDITOR) || head.contributor(),
                    checks && mine && head.state() == ClaimState.ASSIGNED,
                    checks && open && (editor || head.contributor() || head.proposedByMe()),
                    checks && head.state() == ClaimState.QUEUED,
                    checks && head.state() == ClaimState.ASSIGNED && (mine || editor),
                    checks && mine && head.state() == ClaimState.SUBMITTED,
                    editor && !head.contributor() && head.state() == ClaimState.SUBMITTED,
                    actor.isAny(Role.SENIOR_EDITOR, Role.AUDITOR) || head.contributor(), checks);
        }
    }

    /** What a verdict should have before it is submitted. */
    public enum Check {
        RATING,
        RATIONALE,
        EVIDENCE,
        CITED,
        PRIMARY;

        /** Without it, or a reason why it is missing, nothing is submitted; the others are advice. */
        public @Nullable Piece piece() {
            return switch (this) {
                case RATING -> Piece.RATING;
                case RATIONALE -> Piece.RATIONALE;
                case EVIDENCE -> Piece.EVIDENCE;
                default -> null;
            };
        }

        boolean met(Workspace work) {
            return switch (this) {
                case RATING -> work.draft().ratingCode() != null;
                case RATIONALE -> !work.draft().rationale().isBlank();
                case EVIDENCE -> !work.evidence().isEmpty();
                case CITED -> work.evidence().stream().anyMatch(
                        item -> cited(work.draft().rationale()).contains(item.number()));
                case PRIMARY -> work.evidence().stream().anyMatch(item -> item.source() == Source.PRIMARY);
            };
        }
    }

    static WorkspaceView of(Workspace work, Actor actor, RatingChoice.Scale scale, @Nullable WorkspaceNote note,
            @Nullable UUID moved) {
        Workspace.Draft draft = work.draft();
        return new WorkspaceView(work, Rights.of(work, actor), text(work),
                new DraftForm(draft.ratingCode(), draft.summary(), draft.rationale(), draft.waiverEvidence(),
                        draft.waiverRating(), draft.waiverRationale()),
                scale,
                Stream.of(Check.values()).filter(check -> check.met(work)).toList(), actor.person().toString(), note,
                moved);
    }

    private static @Nullable MarkedText text(Workspace work) {
        Workspace.Text article = work.article();
        return article == null
                ? null
                : MarkedText.of(article.text(), work.marks().stream()
                        .map(mark -> new MarkedText.Mark(mark.start(), mark.end(),
                                mark.claim().value().equals(work.head().id()), mark.wording(), mark.language(),
                                mark.claim().value().equals(work.head().id()) ? "#claim" : "/claims/" + mark.claim()))
                        .toList());
    }

    private static Set<Integer> cited(String rationale) {
        Set<Integer> numbers = new TreeSet<>();
        Matcher found = CITED.matcher(rationale);
        while (found.find()) {
            numbers.add(Integer.valueOf(found.group(1)));
        }
        return numbers;
    }

    public String direction() {
        Workspace.Text article = work.article();
        return article == null ? "auto" : Direction.of(article.text()).html();
    }

    public List<Check> allChecks() {
        return List.of(Check.values());
    }

    public boolean met(Check check) {
        return checks.contains(check);
    }

    public List<Piece> pieces() {
        return List.of(Piece.values());
    }

    public long count(Stance stance) {
        return work.evidence().stream().filter(item -> item.stance() == stance).count();
    }

    public List<Stance> stances() {
        return List.of(Stance.values());
    }

    public List<Source> sources() {
        return List.of(Source.values());
    }

    public EvidenceForm newEvidence() {
        return EvidenceForm.empty();
    }

    public FormErrors noErrors() {
        return FormErrors.none();
    }

    public @Nullable RatingChoice rating() {
        return scale.find(draft.rating());
    }

    /** Whether the newest revision came back and nobody submitted another since. */
    public boolean cameBack() {
        Workspace.Submitted submitted = work.submitted();
        return submitted != null && submitted.decision() == Decision.RETURNED
                && (work.head().state() == ClaimState.ASSIGNED || work.head().state() == ClaimState.QUEUED);
    }

    /** How many articles make the claim, in however many of their versions. */
    public int articles() {
        return (int) work.places().stream().map(Workspace.Place::article).distinct().count();
    }

    /** Whether the claim was pinned in several versions of an article. */
    public boolean severalVersions() {
        return articles() < work.places().size();
    }

    /** The site an address leads to and where there, without what a reader does not need. */
    public String shortAddress(String url) {
        try {
            URI uri = URI.create(url);
            String path = uri.getPath() == null || uri.getPath().equals("/") ? "" : uri.getPath();
            String shown = uri.getHost() == null ? url : uri.getHost() + path;
            return shown.length() <= 60 ? shown : shown.substring(0, 59) + "…";
        } catch (IllegalArgumentException notPlain) {
            return url.length() <= 60 ? url : url.substring(0, 59) + "…";
        }
    }

    /** The beginning and the end of a hash, enough to tell two apart by eye. */
    public String shortHash(String sha256) {
        return sha256.substring(0, 4) + "…" + sha256.substring(sha256.length() - 4);
    }
}
