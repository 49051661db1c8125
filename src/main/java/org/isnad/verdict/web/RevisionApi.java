package org.isnad.verdict.web;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.oidc.Tenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimAccess;
import org.isnad.claim.ClaimId;
import org.isnad.claim.web.ClaimAnswers;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Paging;
import org.isnad.verdict.DecidedRevisions;

/** Everything that was ever submitted on a claim, over HTTP. */
@Path("/api/v1/claims/{id}/revisions")
@Tenant("service")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Verdicts")
class RevisionApi {
    private final DecidedRevisions revisions;
    private final ClaimAccess access;
    private final CurrentActor actor;

    RevisionApi(DecidedRevisions revisions, ClaimAccess access, CurrentActor actor) {
        this.revisions = revisions;
        this.access = access;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    @Operation(operationId = "listRevisions", summary = "List what was submitted in all rounds, newest first")
    @APIResponseSchema(value = RevisionList.class, responseDescription = "A piece of the list")
    public Response list(@PathParam("id") String id, @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after, UriInfo uri) {
        Paging paging = Paging.of(limit, after);
        ClaimId claim = access.readableWork(actor.get(), ClaimAnswers.id(id)).id();
        return paging.answer(
                revisions.page(claim, paging.limit(), paging.after()).map(DecidedRevisionJson::of), uri);
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    @Operation(operationId = "readRevision", summary = "Read one revision and what was decided on it")
    @APIResponseSchema(value = DecidedRevisionJson.class, responseDescription = "The revision")
    public Response read(@PathParam("id") String id, @PathParam("number") String number) {
        ClaimId claim = access.readableWork(actor.get(), ClaimAnswers.id(id)).id();
        if (!number.matches("[1-9]\\d{0,8}")) {
            throw new Problem.NotFound("revision");
        }
        return Response.ok(revisions.one(claim, Integer.parseInt(number)).map(DecidedRevisionJson::of)
                .orElseThrow(() -> new Problem.NotFound("revision"))).build();
    }

    /** For the OpenAPI document: what the list's answer holds. */
    record RevisionList(List<DecidedRevisionJson> items) {}
}
