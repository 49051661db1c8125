package org.isnad.assignment.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.isnad.assignment.AssignmentRow;
import org.isnad.assignment.AssignmentRows;
import org.isnad.assignment.ClaimAssignment;
import org.isnad.claim.ClaimAccess;
import org.isnad.claim.ClaimId;
import org.isnad.claim.web.ClaimAnswers;
import org.isnad.claim.web.ClaimJson;
import org.isnad.identity.PersonId;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Because;
import org.isnad.kernel.web.Idempotent;
import org.isnad.kernel.web.IfMatch;

/** One claim's assignment over HTTP. The claim's version counts changes of it too, so its ETag is the claim's. */
@Path("/api/v1/claims/{id}/assignment")
@Tenant("service")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assignments", description = "Who checks what, until when")
class AssignmentApi {
    private final ClaimAssignment assignment;
    private final AssignmentRows rows;
    private final ClaimAccess access;
    private final ClaimAnswers answers;
    private final CurrentActor actor;

    AssignmentApi(ClaimAssignment assignment, AssignmentRows rows, ClaimAccess access, ClaimAnswers answers,
            CurrentActor actor) {
        this.assignment = assignment;
        this.rows = rows;
        this.access = access;
        this.answers = answers;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    @Operation(operationId = "readAssignment", summary = "Read who checks a claim", description = "404 when nobody does.")
    @APIResponseSchema(value = AssignmentJson.class, responseDescription = "The open assignment")
    public Response read(@PathParam("id") String id) {
        AssignmentRow row = rows.open(access.readable(actor.get(), ClaimAnswers.id(id)).id())
                .orElseThrow(() -> new Problem.NotFound("assignment"));
        return Response.ok(AssignmentJson.of(row)).tag(IfMatch.tag(row.claimVersion())).build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    @Operation(operationId = "assignClaim", summary = "Assign a claim, or reassign it", description = "If-Match names the claim's ETag.")
    @APIResponseSchema(value = ClaimJson.class, responseDescription = "The claim as it stands now")
    public Response assign(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @NotNull @Valid AssignClaim to) {
        ClaimId claim = ClaimAnswers.id(id);
        assignment.assign(claim, IfMatch.version(ifMatch), new PersonId(to.assignee()), to.due(), actor.get());
        return answers.now(claim);
    }

    @POST
    @Path("/take")
    @Idempotent
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    @Operation(operationId = "takeClaim", summary = "Take a queued claim for oneself")
    @APIResponseSchema(value = ClaimJson.class, responseCode = "200", responseDescription = "The claim as it stands now")
    public Response take(@PathParam("id") String id) {
        ClaimId claim = ClaimAnswers.id(id);
        assignment.take(claim, actor.get());
        return answers.now(claim);
    }

    @POST
    @Path("/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    @Operation(operationId = "releaseClaim", summary = "Put an assigned claim back into the queue", description = "The assignee, or a senior editor. If-Match names the claim's ETag.")
    @APIResponseSchema(value = ClaimJson.class, responseCode = "200", responseDescription = "The claim as it stands now")
    public Response release(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @NotNull @Valid Because why) {
        ClaimId claim = ClaimAnswers.id(id);
        assignment.release(claim, IfMatch.expected(ifMatch), why.reason(), actor.get());
        return answers.now(claim);
    }
}
