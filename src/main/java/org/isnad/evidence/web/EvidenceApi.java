package org.isnad.evidence.web;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.oidc.Tenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimAccess;
import org.isnad.claim.ClaimId;
import org.isnad.claim.web.ClaimAnswers;
import org.isnad.evidence.EvidenceGathering;
import org.isnad.evidence.EvidenceId;
import org.isnad.evidence.EvidenceItems;
import org.isnad.evidence.EvidenceRow;
import org.isnad.evidence.EvidenceRows;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Idempotent;
import org.isnad.kernel.web.IfMatch;

/** A claim's evidence over HTTP. Only whoever holds the claim changes it. */
@Path("/api/v1/claims/{id}/evidence")
@Tenant("service")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence", description = "Links that support, refute or explain a claim, in an order")
class EvidenceApi {
    private final EvidenceGathering gathering;
    private final EvidenceItems items;
    private final EvidenceRows rows;
    private final ClaimAccess access;
    private final CurrentActor actor;

    EvidenceApi(EvidenceGathering gathering, EvidenceItems items, EvidenceRows rows, ClaimAccess access,
            CurrentActor actor) {
        this.gathering = gathering;
        this.items = items;
        this.rows = rows;
        this.access = access;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    @Operation(operationId = "listEvidence", summary = "List a claim's evidence in its order")
    @APIResponseSchema(value = EvidenceList.class, responseDescription = "All of it")
    public Response list(@PathParam("id") String id) {
        return Response.ok(list(access.readableWork(actor.get(), ClaimAnswers.id(id)).id())).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    @Operation(operationId = "addEvidence", summary = "Add a piece of evidence at the end of the list")
    @APIResponseSchema(value = EvidenceJson.class, responseCode = "201", responseDescription = "The new piece")
    public Response add(@PathParam("id") String id, @NotNull @Valid EvidenceText text) {
        ClaimId claim = ClaimAnswers.id(id);
        EvidenceId piece = gathering.add(claim, text.details(), actor.get());
        return answer(Response.created(URI.create(ClaimAnswers.address(claim) + "/evidence/" + piece)), claim, piece);
    }

    @GET
    @Path("/{piece}")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    @Operation(operationId = "readEvidence", summary = "Read a piece of evidence")
    @APIResponseSchema(value = EvidenceJson.class, responseDescription = "The piece")
    public Response read(@PathParam("id") String id, @PathParam("piece") String piece) {
        return answer(Response.ok(), access.readableWork(actor.get(), ClaimAnswers.id(id)).id(), id(piece));
    }

    @PUT
    @Path("/{piece}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    @Operation(operationId = "editEvidence", summary = "Describe a piece of evidence anew", description = "If-Match names its ETag.")
    @APIResponseSchema(value = EvidenceJson.class, responseDescription = "The piece as it stands now")
    public Response edit(@PathParam("id") String id, @PathParam("piece") String piece,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch, @NotNull @Valid EvidenceText text) {
        EvidenceId edited = of(id, piece);
        gathering.edit(edited, IfMatch.version(ifMatch), text.details(), actor.get());
        return answer(Response.ok(), ClaimAnswers.id(id), edited);
    }

    @DELETE
    @Path("/{piece}")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    @Operation(operationId = "removeEvidence", summary = "Take a piece of evidence out of the list", description = "It can be put back. If-Match names its ETag.")
    @APIResponse(responseCode = "204", description = "It is gone from the list")
    public Response remove(@PathParam("id") String id, @PathParam("piece") String piece,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        gathering.remove(of(id, piece), IfMatch.expected(ifMatch), actor.get());
        return Response.noContent().build();
    }

    @POST
    @Path("/{piece}/restoration")
    @Idempotent
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    @Operation(operationId = "putBackEvidence", summary = "Put a removed piece of evidence back where it was")
    @APIResponseSchema(value = EvidenceJson.class, responseCode = "200", responseDescription = "The piece")
    public Response putBack(@PathParam("id") String id, @PathParam("piece") String piece) {
        EvidenceId back = of(id, piece);
        gathering.putBack(back, actor.get());
        return answer(Response.ok(), ClaimAnswers.id(id), back);
    }

    @PUT
    @Path("/{piece}/place")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    @Operation(operationId = "moveEvidence", summary = "Put a piece of evidence at another place of the list")
    @APIResponseSchema(value = EvidenceList.class, responseDescription = "The list as it stands now")
    public Response move(@PathParam("id") String id, @PathParam("piece") String piece,
            @NotNull @Valid EvidencePlace to) {
        gathering.move(of(id, piece), to.place(), actor.get());
        return Response.ok(list(ClaimAnswers.id(id))).build();
    }

    private EvidenceList list(ClaimId claim) {
        return new EvidenceList(rows.of(claim).stream().map(EvidenceJson::of).toList());
    }

    private Response answer(Response.ResponseBuilder answer, ClaimId claim, EvidenceId piece) {
        EvidenceRow row = rows.one(claim, piece).orElseThrow(() -> new Problem.NotFound("evidence"));
        return answer.entity(EvidenceJson.of(row)).tag(IfMatch.tag(row.version())).build();
    }

    /** The piece, if it belongs to the claim that the path names, be it removed or not. */
    private EvidenceId of(String claim, String piece) {
        EvidenceId id = id(piece);
        if (!items.isOf(ClaimAnswers.id(claim), id)) {
            throw new Problem.NotFound("evidence");
        }
        return id;
    }

    private static EvidenceId id(String text) {
        return Ids.parse(text).map(EvidenceId::new).orElseThrow(() -> new Problem.NotFound("evidence"));
    }

    record EvidenceList(List<EvidenceJson> items) {}
}
