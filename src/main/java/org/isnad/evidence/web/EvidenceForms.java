package org.isnad.evidence.web;

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
import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimAccess;
import org.isnad.claim.ClaimId;
import org.isnad.evidence.Evidence;
import org.isnad.evidence.EvidenceGathering;
import org.isnad.evidence.EvidenceId;
import org.isnad.evidence.EvidenceItems;
import org.isnad.evidence.Source;
import org.isnad.evidence.Stance;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.FormErrors;
import org.isnad.kernel.web.Parameters;

/** What forms do to evidence. Each ends on the claim's page, at the evidence. */
@Path("/")
class EvidenceForms {
    private final EvidenceGathering gathering;
    private final EvidenceItems items;
    private final ClaimAccess access;
    private final CurrentActor actor;

    EvidenceForms(EvidenceGathering gathering, EvidenceItems items, ClaimAccess access, CurrentActor actor) {
        this.gathering = gathering;
        this.items = items;
        this.access = access;
        this.actor = actor;
    }

    /**
     * The form on a page of its own, where a refused one is corrected.
     *
     * @param id
     *            the piece's; null while it is being added
     * @param version
     *            the piece's version that the form was filled in against
     */
    record EvidencePage(@Nullable String id, String claim, int number, EvidenceForm form, @Nullable String version,
            FormErrors errors) {
        public List<Stance> stances() {
            return List.of(Stance.values());
        }

        public List<Source> sources() {
            return List.of(Source.values());
        }
    }

    @CheckedTemplate(basePath = "evidence")
    static class Templates {
        private Templates() {}

        static native TemplateInstance piece(EvidencePage view);

        static native TemplateInstance merge(EvidenceMergeView view);
    }

    @POST
    @Path("claims/{id}/evidence")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public Response add(@RestPath String id, @BeanParam EvidenceForm form) {
        ClaimId claim = new ClaimId(Parameters.id(id));
        try {
            gathering.add(claim, form.details(), actor.get());
        } catch (Problem.Invalid problem) {
            return unprocessable(
                    Templates.piece(new EvidencePage(null, id, 0, form, null, FormErrors.of(problem))));
        }
        return atEvidence(claim, "");
    }

    @GET
    @Path("evidence/{id}/edit")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public TemplateInstance edit(@RestPath String id) {
        Evidence piece = piece(id);
        return Templates.piece(new EvidencePage(id, piece.claim().toString(), piece.number(), EvidenceForm.of(piece),
                String.valueOf(piece.version()), FormErrors.none()));
    }

    @POST
    @Path("evidence/{id}/edit")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public Response edit(@RestPath String id, @RestForm @Nullable String version, @BeanParam EvidenceForm form) {
        Evidence piece = piece(id);
        try {
            gathering.edit(piece.id(), Parameters.required(version), form.details(), actor.get());
        } catch (Problem.Stale stale) {
            return Response.status(Response.Status.PRECONDITION_FAILED)
                    .entity(Templates.merge(EvidenceMergeView.of(piece, form))).build();
        } catch (Problem.Invalid problem) {
            return unprocessable(Templates.piece(new EvidencePage(id, piece.claim().toString(), piece.number(), form,
                    version, FormErrors.of(problem))));
        }
        return atEvidence(piece.claim(), "");
    }

    @POST
    @Path("evidence/{id}/remove")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public Response remove(@RestPath String id, @RestForm @Nullable String version) {
        Evidence piece = piece(id);
        gathering.remove(piece.id(), Parameters.expected(version), actor.get());
        return atEvidence(piece.claim(), "?removed=" + piece.id());
    }

    /** Takes a removal back. */
    @POST
    @Path("evidence/{id}/restore")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public Response restore(@RestPath String id) {
        Evidence piece = piece(id);
        gathering.putBack(piece.id(), actor.get());
        return atEvidence(piece.claim(), "");
    }

    /** Puts a piece at another place of the list, 1 for the top. */
    @POST
    @Path("evidence/{id}/move")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public Response move(@RestPath String id, @RestForm @Nullable String place) {
        Evidence piece = piece(id);
        gathering.move(piece.id(), place(place), actor.get());
        return atEvidence(piece.claim(), "?moved=" + piece.id());
    }

    /** The piece, if the actor may see the work on its claim. */
    private Evidence piece(String id) {
        Evidence piece = items.find(new EvidenceId(Parameters.id(id)))
                .orElseThrow(() -> new Problem.NotFound("evidence"));
        access.readableWork(actor.get(), piece.claim());
        return piece;
    }

    private static int place(@Nullable String text) {
        try {
            return Integer.parseInt(text == null ? "" : text.strip());
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("place", "invalid");
        }
    }

    private static Response atEvidence(ClaimId claim, String query) {
        return Response.seeOther(URI.create("/claims/" + claim + query + "#evidence")).build();
    }

    private static Response unprocessable(TemplateInstance page) {
        return Response.status(422).entity(page).build();
    }
}
