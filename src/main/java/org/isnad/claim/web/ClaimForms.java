package org.isnad.claim.web;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import org.isnad.claim.ClaimTriage;
import org.isnad.claim.Priority;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.FormErrors;
import org.isnad.kernel.web.Parameters;
import org.isnad.kernel.web.ReasonForm;
import org.isnad.kernel.web.ReasonView;

/** What forms do to a claim before anybody checks it; each also has a small page of its own, which shows what was refused. */
@Path("/")
class ClaimForms {
    private static final String TRIAGE = "/triage";

    private final ClaimTriage triage;
    private final ClaimAccess access;
    private final CurrentActor actor;

    ClaimForms(ClaimTriage triage, ClaimAccess access, CurrentActor actor) {
        this.triage = triage;
        this.access = access;
        this.actor = actor;
    }

    /** The acts of triage that need a reason. */
    public enum ReasonedAct {
        DISMISS,
        RESTORE
    }

    /** The claim a small page is about. */
    record ClaimLine(String id, String wording, String language) {
        static ClaimLine of(Claim claim) {
            return new ClaimLine(claim.id().toString(), claim.wording(), claim.language());
        }
    }

    /** A page that asks why. */
    record ReasonPage(ReasonedAct act, ClaimLine claim, ReasonView form, String back) {}

    /** A page to word a claim anew. */
    record RewordPage(ClaimLine claim, WordingForm form, String version, String next, FormErrors errors) {
        public List<Priority> priorities() {
            return List.of(Priority.values());
        }
    }

    @CheckedTemplate(basePath = "claim")
    static class Templates {
        private Templates() {}

        static native TemplateInstance reason(ReasonPage view);

        static native TemplateInstance reword(RewordPage view);

        static native TemplateInstance rewordMerge(RewordMergeView view);
    }

    @POST
    @Path("claims/{id}/accept")
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    public Response accept(@RestPath String id, @RestForm @Nullable String version, @RestForm @Nullable String next) {
        triage.accept(claim(id), Parameters.expected(version), actor.get());
        return Response.seeOther(Parameters.next(next, TRIAGE)).build();
    }

    @GET
    @Path("claims/{id}/dismiss")
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    public TemplateInstance askToDismiss(@RestPath String id, @RestQuery @Nullable String next) {
        return ask(id, ReasonedAct.DISMISS, ReasonForm.empty(null, next), FormErrors.none());
    }

    @POST
    @Path("claims/{id}/dismiss")
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    public Response dismiss(@RestPath String id, @BeanParam ReasonForm form) {
        try {
            triage.dismiss(claim(id), Parameters.expected(form.version()), form.reason(), actor.get());
        } catch (Problem.Invalid problem) {
            return unprocessable(ask(id, ReasonedAct.DISMISS, form, FormErrors.of(problem)));
        }
        return Response.seeOther(Parameters.next(form.next(), TRIAGE)).build();
    }

    @GET
    @Path("claims/{id}/restore")
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    public TemplateInstance askToRestore(@RestPath String id, @RestQuery @Nullable String next) {
        return ask(id, ReasonedAct.RESTORE, ReasonForm.empty(null, next), FormErrors.none());
    }

    @POST
    @Path("claims/{id}/restore")
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    public Response restore(@RestPath String id, @BeanParam ReasonForm form) {
        try {
            triage.restore(claim(id), Parameters.expected(form.version()), form.reason(), actor.get());
        } catch (Problem.Invalid problem) {
            return unprocessable(ask(id, ReasonedAct.RESTORE, form, FormErrors.of(problem)));
        }
        return Response.seeOther(Parameters.next(form.next(), TRIAGE)).build();
    }

    @GET
    @Path("claims/{id}/reword")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public TemplateInstance askToReword(@RestPath String id, @RestQuery @Nullable String next) {
        Claim claim = access.readable(actor.get(), claim(id));
        return Templates
                .reword(new RewordPage(ClaimLine.of(claim), WordingForm.of(claim), String.valueOf(claim.version()),
                        back(claim.id(), next), FormErrors.none()));
    }

    @POST
    @Path("claims/{id}/reword")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public Response reword(@RestPath String id, @RestForm @Nullable String version, @RestForm @Nullable String next,
            @BeanParam WordingForm form) {
        ClaimId claim = claim(id);
        try {
            triage.reword(claim, Parameters.required(version), form.wording(), actor.get());
        } catch (Problem.Stale stale) {
            Claim now = access.readable(actor.get(), claim);
            return Response.status(Response.Status.PRECONDITION_FAILED)
                    .entity(Templates.rewordMerge(RewordMergeView.of(now, form, back(claim, next)))).build();
        } catch (Problem.Invalid problem) {
            Claim now = access.readable(actor.get(), claim);
            return unprocessable(Templates.reword(new RewordPage(ClaimLine.of(now), form,
                    version == null ? "" : version,
                    back(claim, next), FormErrors.of(problem))));
        }
        return Response.seeOther(URI.create(back(claim, next))).build();
    }

    private TemplateInstance ask(String id, ReasonedAct act, ReasonForm form, FormErrors errors) {
        Claim claim = access.readable(actor.get(), claim(id));
        String name = act.name().toLowerCase(java.util.Locale.ROOT);
        return Templates.reason(new ReasonPage(act, ClaimLine.of(claim),
                new ReasonView(name + "-form", "/claims/" + claim.id() + "/" + name, form, errors),
                Parameters.next(form.next(), TRIAGE).toString()));
    }

    private static String back(ClaimId claim, @Nullable String next) {
        return Parameters.next(next, "/claims/" + claim).toString();
    }

    private static ClaimId claim(String id) {
        return new ClaimId(Parameters.id(id));
    }

    private static Response unprocessable(TemplateInstance page) {
        return Response.status(422).entity(page).build();
    }
}
