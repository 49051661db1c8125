package org.isnad.verdict.web;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.isnad.claim.Claim;
import org.isnad.claim.ClaimAccess;
import org.isnad.claim.ClaimId;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Expected;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.CurrentLanguage;
import org.isnad.kernel.web.FormErrors;
import org.isnad.kernel.web.Parameters;
import org.isnad.kernel.web.ReasonForm;
import org.isnad.kernel.web.ReasonView;
import org.isnad.verdict.ApprovalCheck;
import org.isnad.verdict.Piece;
import org.isnad.verdict.RatingScales;
import org.isnad.verdict.VerdictReview;
import org.isnad.verdict.VerdictRevision;
import org.isnad.verdict.Verdicts;

/** What forms do to a verdict: write, submit, take back, decide. What somebody wrote is never lost, whatever the answer. */
@Path("/")
class VerdictForms {
    private final VerdictReview review;
    private final Verdicts verdicts;
    private final RatingScales scales;
    private final ClaimAccess access;
    private final CurrentActor actor;
    private final CurrentLanguage language;

    VerdictForms(VerdictReview review, Verdicts verdicts, RatingScales scales, ClaimAccess access, CurrentActor actor,
            CurrentLanguage language) {
        this.review = review;
        this.verdicts = verdicts;
        this.scales = scales;
        this.access = access;
        this.actor = actor;
        this.language = language;
    }

    /** The claim a page is about. */
    record ClaimLine(String id, String wording, String language) {
        static ClaimLine of(Claim claim) {
            return new ClaimLine(claim.id().toString(), claim.wording(), claim.language());
        }
    }

    /**
     * The form on a page of its own, where a refused one is corrected.
     *
     * @param version
     *            the working copy's version that the form was filled in against
     */
    record DraftPage(ClaimLine claim, DraftForm form, RatingChoice.Scale scale, String version, FormErrors errors) {
        public List<Piece> pieces() {
            return List.of(Piece.values());
        }
    }

    /** What could not be saved because the claim is no longer the person's to work on: to be read and copied. */
    record UnsavedPage(ClaimLine claim, DraftForm form, @Nullable RatingChoice rating, String refusal) {
        public List<Piece> pieces() {
            return List.of(Piece.values());
        }
    }

    record WithdrawPage(ClaimLine claim, ReasonView form, String back) {}

    record DecisionPage(ClaimLine claim, DecisionView decision) {}

    @CheckedTemplate(basePath = "verdict")
    static class Templates {
        private Templates() {}

        static native TemplateInstance draft(DraftPage view);

        static native TemplateInstance merge(DraftMergeView view);

        static native TemplateInstance unsaved(UnsavedPage view);

        static native TemplateInstance withdraw(WithdrawPage view);

        static native TemplateInstance decide(DecisionPage view);

        static native TemplateInstance stale(StaleDecision view);
    }

    /**
     * Saves the working copy.
     *
     * @param quietly
     *            set by the page's own script, which wants no page but the new version, as an ETag
     */
    @POST
    @Path("claims/{id}/draft")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public Response save(@RestPath String id, @RestForm @Nullable String version, @RestForm @Nullable String quietly,
            @BeanParam DraftForm form) {
        ClaimId claim = claim(id);
        try {
            long saved = review.saveDraft(claim, Parameters.required(version), form.draft(), actor.get());
            return quietly == null
                    ? Response.seeOther(URI.create("/claims/" + claim + "?saved=1#verdict")).build()
                    : Response.noContent().header(HttpHeaders.ETAG, "\"" + saved + "\"").build();
        } catch (Problem problem) {
            return refused(claim, version, form, problem);
        }
    }

    /** Saves what the form holds and submits it. */
    @POST
    @Path("claims/{id}/submit")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public Response submit(@RestPath String id, @RestForm @Nullable String version, @BeanParam DraftForm form) {
        ClaimId claim = claim(id);
        @Nullable
        String now = version;
        try {
            long saved = review.saveDraft(claim, Parameters.required(version), form.draft(), actor.get());
            now = String.valueOf(saved);
            review.submit(claim, Expected.version(saved), actor.get());
        } catch (Problem problem) {
            return refused(claim, now, form, problem);
        }
        return Response.seeOther(URI.create("/claims/" + claim + "?submitted=1")).build();
    }

    @GET
    @Path("claims/{id}/withdraw")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public TemplateInstance askToWithdraw(@RestPath String id, @RestQuery @Nullable String next) {
        return withdrawPage(claim(id), ReasonForm.empty(null, next), FormErrors.none());
    }

    @POST
    @Path("claims/{id}/withdraw")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public Response withdraw(@RestPath String id, @BeanParam ReasonForm form) {
        ClaimId claim = claim(id);
        try {
            review.withdraw(claim, form.reason(), actor.get());
        } catch (Problem.Invalid problem) {
            return unprocessable(withdrawPage(claim, form, FormErrors.of(problem)));
        }
        return Response.seeOther(Parameters.next(form.next(), "/claims/" + claim)).build();
    }

    /** Approves the revision that the page showed; ticks are the names of {@link ApprovalCheck}s. */
    @POST
    @Path("claims/{id}/approve")
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    public Response approve(@RestPath String id, @RestForm @Nullable String revision, @RestForm List<String> check,
            @RestForm @Nullable String next) {
        ClaimId claim = claim(id);
        Set<ApprovalCheck> ticked = ticked(check);
        try {
            review.approve(claim, revision(revision), ticked, actor.get());
        } catch (Problem.Stale stale) {
            return overtaken(claim, revision, "", stale);
        } catch (Problem.Invalid problem) {
            return undecided(claim, revision, ticked, "", next, problem);
        }
        return Response.seeOther(Parameters.next(next, "/approvals")).build();
    }

    /** Returns the revision that the page showed to its author. */
    @POST
    @Path("claims/{id}/return")
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    public Response sendBack(@RestPath String id, @RestForm @Nullable String revision,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String next) {
        ClaimId claim = claim(id);
        try {
            review.sendBack(claim, revision(revision), reason, actor.get());
        } catch (Problem.Stale stale) {
            return overtaken(claim, revision, reason == null ? "" : reason, stale);
        } catch (Problem.Invalid problem) {
            return undecided(claim, revision, Set.of(), reason == null ? "" : reason, next, problem);
        }
        return Response.seeOther(Parameters.next(next, "/approvals")).build();
    }

    private Response refused(ClaimId id, @Nullable String version, DraftForm form, Problem problem) {
        Claim claim = access.readableWork(actor.get(), id);
        RatingChoice.Scale scale = scale();
        if (problem instanceof Problem.Stale) {
            return Response.status(Response.Status.PRECONDITION_FAILED)
                    .entity(Templates.merge(DraftMergeView.of(claim, verdicts.workingCopy(claim), form, scale)))
                    .build();
        }
        if (problem instanceof Problem.Invalid invalid) {
            return unprocessable(Templates.draft(new DraftPage(ClaimLine.of(claim), form, scale,
                    version == null ? "" : version, FormErrors.of(invalid))));
        }
        if (problem instanceof Problem.WrongState || problem instanceof Problem.NotAllowed) {
            return Response.status(Response.Status.CONFLICT).entity(Templates.unsaved(
                    new UnsavedPage(ClaimLine.of(claim), form, scale.find(form.rating()), problem.code()))).build();
        }
        throw problem;
    }

    private Response undecided(ClaimId id, @Nullable String revision, Set<ApprovalCheck> ticked, String reason,
            @Nullable String next, Problem.Invalid problem) {
        Claim claim = access.readableWork(actor.get(), id);
        return unprocessable(Templates.decide(new DecisionPage(ClaimLine.of(claim), new DecisionView(id.toString(),
                revision(revision), ticked, reason, Parameters.next(next, "/approvals").toString(),
                FormErrors.of(problem)))));
    }

    /** Shows the revision that was decided on beside the one that overtook it; one that never was is simply stale. */
    private Response overtaken(ClaimId id, @Nullable String seen, String reason, Problem.Stale stale) {
        Claim claim = access.readableWork(actor.get(), id);
        VerdictRevision former = verdicts.revision(id, revision(seen)).orElseThrow(() -> stale);
        VerdictRevision now = verdicts.latest(id).orElseThrow(() -> stale);
        return Response.status(Response.Status.PRECONDITION_FAILED).entity(Templates.stale(
                StaleDecision.of(claim, former, rating(former), now, rating(now), reason))).build();
    }

    private @Nullable RatingChoice rating(VerdictRevision revision) {
        Integer scale = revision.scaleVersion();
        String code = revision.ratingCode();
        return scale == null || code == null
                ? null
                : scales.rating(scale, code).map(value -> new RatingChoice(value.code(), value.tone(),
                        value.label(language.get().tag()), value.claimReview(), null)).orElse(null);
    }

    private TemplateInstance withdrawPage(ClaimId id, ReasonForm form, FormErrors errors) {
        Claim claim = access.readableWork(actor.get(), id);
        return Templates.withdraw(new WithdrawPage(ClaimLine.of(claim),
                new ReasonView("withdraw-form", "/claims/" + id + "/withdraw", form, errors),
                Parameters.next(form.next(), "/claims/" + id).toString()));
    }

    private RatingChoice.Scale scale() {
        return RatingChoice.Scale.of(scales.current(), language.get().tag());
    }

    private static Set<ApprovalCheck> ticked(List<String> names) {
        Set<ApprovalCheck> ticked = EnumSet.noneOf(ApprovalCheck.class);
        for (ApprovalCheck check : ApprovalCheck.values()) {
            if (names.contains(check.name())) {
                ticked.add(check);
            }
        }
        return ticked;
    }

    /** A decision names its revision; one without is none. */
    private static int revision(@Nullable String text) {
        try {
            return Integer.parseInt(text == null ? "" : text.strip());
        } catch (NumberFormatException e) {
            throw new Problem.PreconditionMissing();
        }
    }

    private static ClaimId claim(String id) {
        return new ClaimId(Parameters.id(id));
    }

    private static Response unprocessable(TemplateInstance page) {
        return Response.status(422).entity(page).build();
    }
}
