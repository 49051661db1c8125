package org.isnad.desk.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimState;
import org.isnad.desk.ApprovalList;
import org.isnad.desk.Approvals;
import org.isnad.desk.ClaimHelper;
import org.isnad.desk.ClaimUnderReview;
import org.isnad.desk.SubmittedRevision;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Parameters;
import org.isnad.publication.web.PublicForm;
import org.isnad.verdict.web.DecisionView;

/** Approvals: what waits for a decision or for the public, and a submitted verdict beside its evidence. */
@Path("/approvals")
@RolesAllowed(Role.Names.SENIOR_EDITOR)
class ApprovalPages {
    private final Approvals approvals;
    private final CurrentActor actor;

    ApprovalPages(Approvals approvals, CurrentActor actor) {
        this.approvals = approvals;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance approvals(ApprovalsView view);

        static native TemplateInstance approval(ApprovalView view);
    }

    @GET
    public TemplateInstance list(@RestQuery("list") @Nullable String list, @RestQuery @Nullable String after) {
        ApprovalList chosen = ApprovalList.of(list);
        return Templates.approvals(
                new ApprovalsView(chosen, approvals.page(chosen, actor.get().person(), after), after, false));
    }

    /**
     * A claim's latest revision.
     *
     * @param against
     *            number of the revision to compare it with, 0 for none; without it the last one that was decided on, else the
     *            one before
     */
    @GET
    @Path("{claim}")
    public TemplateInstance show(@RestPath String claim, @RestQuery @Nullable Integer against) {
        UUID id = Parameters.id(claim);
        ClaimUnderReview about = approvals.claim(id).orElseThrow(() -> new Problem.NotFound("claim"));
        List<SubmittedRevision> revisions = approvals.revisions(id);
        if (revisions.isEmpty()) {
            throw new Problem.NotFound("verdict");
        }
        SubmittedRevision shown = revisions.get(0);
        SubmittedRevision other = other(revisions, against);
        List<Integer> compared = Stream.of(shown, other).filter(Objects::nonNull).map(SubmittedRevision::number)
                .toList();
        List<ClaimHelper> helpers = approvals.contributors(id);
        List<ClaimHelper> mine = helpers.stream()
                .filter(helper -> helper.person().equals(actor.get().person().value())).toList();
        return Templates.approval(new ApprovalView(about, shown, other, revisions,
                ApprovalView.compare(approvals.evidence(id, compared), shown.number(), other),
                helpers.stream().map(ClaimHelper::name).distinct().toList(), mine,
                about.state() == ClaimState.SUBMITTED && mine.isEmpty()
                        ? DecisionView.of(new ClaimId(id), shown.number(), "/approvals")
                        : null,
                ApprovalView.possible(about.state()).stream().map(act -> PublicForm.empty(act, new ClaimId(id),
                        about.version(), about.slug() != null)).toList()));
    }

    private static @Nullable SubmittedRevision other(List<SubmittedRevision> revisions, @Nullable Integer number) {
        List<SubmittedRevision> earlier = revisions.subList(1, revisions.size());
        if (number != null) {
            return earlier.stream().filter(revision -> revision.number() == number).findFirst().orElse(null);
        }
        return earlier.stream().filter(revision -> revision.decision() != null).findFirst()
                .orElse(earlier.isEmpty() ? null : earlier.get(0));
    }
}
