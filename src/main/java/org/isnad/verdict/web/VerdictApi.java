package org.isnad.verdict.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.oidc.Tenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimAccess;
import org.isnad.claim.ClaimId;
import org.isnad.claim.web.ClaimAnswers;
import org.isnad.claim.web.ClaimJson;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Because;
import org.isnad.kernel.web.Idempotent;
import org.isnad.kernel.web.IfMatch;
import org.isnad.verdict.DecidedRevision;
import org.isnad.verdict.DecidedRevisions;
import org.isnad.verdict.VerdictReview;

/**
 * A claim's verdict as submitted last, over HTTP. Its ETag is the revision's number, so a decision's If-Match names the revision
 * that the editor saw, and a decision on a verdict that was submitted anew meanwhile is stale (RFC 9110, 13.1.1).
 */
@Path("/api/v1/claims/{id}/verdict")
@Tenant("service")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Verdicts")
class VerdictApi {
    private final VerdictReview review;
    private final DecidedRevisions revisions;
    private final ClaimAccess access;
    private final ClaimAnswers answers;
    private final CurrentActor actor;

    VerdictApi(VerdictReview review, DecidedRevisions revisions, ClaimAccess access, ClaimAnswers answers,
            CurrentActor actor) {
        this.review = review;
        this.revisions = revisions;
        this.access = access;
        this.answers = answers;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    @Operation(operationId = "readVerdict", summary = "Read a claim's verdict as it was submitted last", description = "Its ETag is what a decision on it must name.")
    @APIResponseSchema(value = RevisionJson.class, responseDescription = "The newest revision")
    public Response read(@PathParam("id") String id) {
        ClaimId claim = access.readableWork(actor.get(), ClaimAnswers.id(id)).id();
        DecidedRevision latest = revisions.latest(claim).orElseThrow(() -> new Problem.NotFound("verdict"));
        int number = latest.revision().number();
        return Response.ok(RevisionJson.of(latest)).tag(IfMatch.tag(number))
                .header(HttpHeaders.CONTENT_LOCATION, ClaimAnswers.address(claim) + "/revisions/" + number).build();
    }

    @POST
    @Path("/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    @Operation(operationId = "withdrawVerdict", summary = "Take a submitted verdict back to go on writing")
    @APIResponseSchema(value = ClaimJson.class, responseCode = "200", responseDescription = "The claim as it stands now")
    public Response withdraw(@PathParam("id") String id, @NotNull @Valid Because why) {
        ClaimId claim = ClaimAnswers.id(id);
        review.withdraw(claim, why.reason(), actor.get());
        return answers.now(claim);
    }

    @POST
    @Path("/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    @Operation(operationId = "approveVerdict", summary = "Approve the verdict", description = "Never by anybody who contributed to the claim in any round, and only after a recent sign-in. If-Match names the verdict's ETag.")
    @APIResponseSchema(value = ClaimJson.class, responseCode = "200", responseDescription = "The claim as it stands now")
    public Response approve(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @NotNull @Valid ApproveVerdict approval) {
        ClaimId claim = ClaimAnswers.id(id);
        review.approve(claim, revision(ifMatch), approval.checklist(), actor.get());
        return answers.now(claim);
    }

    @POST
    @Path("/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    @Operation(operationId = "returnVerdict", summary = "Return the verdict to its author", description = "Never by anybody who contributed to the claim in any round. If-Match names the verdict's ETag.")
    @APIResponseSchema(value = ClaimJson.class, responseCode = "200", responseDescription = "The claim as it stands now")
    public Response sendBack(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @NotNull @Valid Because why) {
        ClaimId claim = ClaimAnswers.id(id);
        review.sendBack(claim, revision(ifMatch), why.reason(), actor.get());
        return answers.now(claim);
    }

    /** The revision that If-Match names; one that no number can be is none that there is. */
    private static int revision(@Nullable String ifMatch) {
        Long version = IfMatch.version(ifMatch).version();
        return version == null || version > Integer.MAX_VALUE ? -1 : version.intValue();
    }
}
