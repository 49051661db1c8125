package org.isnad.publication.web;

import java.net.URI;

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
import org.isnad.identity.Scope;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Idempotent;
import org.isnad.kernel.web.IfMatch;
import org.isnad.publication.FactCheck;
import org.isnad.publication.FactChecks;
import org.isnad.publication.Publications;
import org.isnad.publication.Publishing;

/** Putting a claim's approved verdict before the public, over HTTP. */
@Path("/api/v1/claims/{id}/publication")
@Tenant("service")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publications", description = "What the public sees")
class PublicationApi {
    private final Publishing publishing;
    private final Publications publications;
    private final FactChecks facts;
    private final ClaimAccess access;
    private final ClaimAnswers answers;
    private final CurrentActor actor;

    PublicationApi(Publishing publishing, Publications publications, FactChecks facts, ClaimAccess access,
            ClaimAnswers answers, CurrentActor actor) {
        this.publishing = publishing;
        this.publications = publications;
        this.facts = facts;
        this.access = access;
        this.answers = answers;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR, Scope.DESK_READ})
    @Operation(operationId = "readPublication", summary = "Read what was published of a claim")
    @APIResponseSchema(value = FactCheckJson.class, responseDescription = "The fact check")
    public Response read(@PathParam("id") String id) {
        return Response.ok(published(access.readable(actor.get(), ClaimAnswers.id(id)).id())).build();
    }

    @POST
    @Path("/editions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    @Operation(operationId = "publishVerdict", summary = "Publish the approved verdict", description = "The first edition, or after a correction the next. If-Match names the claim's ETag.")
    @APIResponseSchema(value = FactCheckJson.class, responseCode = "201", responseDescription = "The fact check as published")
    public Response publish(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @NotNull @Valid PublishVerdict why) {
        ClaimId claim = ClaimAnswers.id(id);
        String slug = publishing.publish(claim, IfMatch.expected(ifMatch), why.reason(), why.note(), actor.get());
        return Response.created(URI.create("/api/v1/fact-checks/" + slug)).entity(published(claim)).build();
    }

    @POST
    @Path("/correction")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    @Operation(operationId = "correctPublication", summary = "Open a correction: the claim's next round", description = "The page stays up and says that it is being corrected. If-Match names the claim's ETag.")
    @APIResponseSchema(value = ClaimJson.class, responseCode = "200", responseDescription = "The claim as it stands now")
    public Response correct(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @NotNull @Valid PublishVerdict why) {
        ClaimId claim = ClaimAnswers.id(id);
        publishing.correct(claim, IfMatch.expected(ifMatch), why.reason(), why.note(), actor.get());
        return answers.now(claim);
    }

    @POST
    @Path("/retraction")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    @Operation(operationId = "retractPublication", summary = "Take a published verdict back for good", description = "The page stays and says that and why. If-Match names the claim's ETag.")
    @APIResponseSchema(value = ClaimJson.class, responseCode = "200", responseDescription = "The claim as it stands now")
    public Response retract(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @NotNull @Valid PublishVerdict why) {
        ClaimId claim = ClaimAnswers.id(id);
        publishing.retract(claim, IfMatch.expected(ifMatch), why.reason(), why.note(), actor.get());
        return answers.now(claim);
    }

    private FactCheckJson published(ClaimId claim) {
        FactCheck fact = facts.of(claim).orElseThrow(() -> new Problem.NotFound("publication"));
        return FactCheckJson.of(fact, publications.editions(claim));
    }
}
