package org.isnad.publication.web;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.isnad.claim.Claim;
import org.isnad.claim.ClaimAccess;
import org.isnad.claim.ClaimId;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Expected;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.FormErrors;
import org.isnad.kernel.web.Parameters;
import org.isnad.publication.Publications;
import org.isnad.publication.Publishing;

/** Publishing, opening a correction, retracting. A refused form is shown again on a small page of its own. */
@Path("/")
@RolesAllowed(Role.Names.SENIOR_EDITOR)
class PublicationForms {
    private final Publishing publishing;
    private final Publications publications;
    private final ClaimAccess access;
    private final CurrentActor actor;

    PublicationForms(Publishing publishing, Publications publications, ClaimAccess access, CurrentActor actor) {
        this.publishing = publishing;
        this.publications = publications;
        this.access = access;
        this.actor = actor;
    }

    /** The claim a refused form is about. */
    record RefusedPage(String wording, String language, PublicForm form) {}

    @CheckedTemplate(basePath = "publication")
    static class Templates {
        private Templates() {}

        static native TemplateInstance refused(RefusedPage view);
    }

    @POST
    @Path("claims/{id}/publish")
    public Response publish(@RestPath String id, @RestForm @Nullable String version, @RestForm @Nullable String reason,
            @RestForm @Nullable String note) {
        return act(PublicAct.PUBLISH, id, version, reason, note);
    }

    @POST
    @Path("claims/{id}/correct")
    public Response correct(@RestPath String id, @RestForm @Nullable String version, @RestForm @Nullable String reason,
            @RestForm @Nullable String note) {
        return act(PublicAct.CORRECT, id, version, reason, note);
    }

    @POST
    @Path("claims/{id}/retract")
    public Response retract(@RestPath String id, @RestForm @Nullable String version, @RestForm @Nullable String reason,
            @RestForm @Nullable String note) {
        return act(PublicAct.RETRACT, id, version, reason, note);
    }

    private Response act(PublicAct act, String id, @Nullable String version, @Nullable String reason,
            @Nullable String note) {
        ClaimId claim = new ClaimId(Parameters.id(id));
        Expected expected = Parameters.required(version);
        try {
            switch (act) {
                case PUBLISH -> publishing.publish(claim, expected, reason, note, actor.get());
                case CORRECT -> publishing.correct(claim, expected, reason, note, actor.get());
                case RETRACT -> publishing.retract(claim, expected, reason, note, actor.get());
            }
        } catch (Problem.Invalid problem) {
            Claim now = access.readable(actor.get(), claim);
            Long seen = expected.version();
            return Response.status(422)
                    .entity(Templates.refused(new RefusedPage(now.wording(), now.language(),
                            PublicForm.refused(act, claim, seen == null ? now.version() : seen,
                                    publications.of(claim).isPresent(), reason, note, FormErrors.of(problem)))))
                    .build();
        }
        return Response.seeOther(URI.create("/approvals/" + claim)).build();
    }
}
