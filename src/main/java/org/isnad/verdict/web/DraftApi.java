package org.isnad.verdict.web;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.oidc.Tenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.isnad.claim.Claim;
import org.isnad.claim.ClaimAccess;
import org.isnad.claim.ClaimId;
import org.isnad.claim.web.ClaimAnswers;
import org.isnad.identity.People;
import org.isnad.identity.PersonId;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.identity.web.PersonJson;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Idempotent;
import org.isnad.kernel.web.IfMatch;
import org.isnad.verdict.DecidedRevisions;
import org.isnad.verdict.Verdict;
import org.isnad.verdict.VerdictReview;
import org.isnad.verdict.Verdicts;

/** The working copy of a claim's verdict over HTTP. Only whoever holds the claim writes it. */
@Path("/api/v1/claims/{id}/draft")
@Tenant("service")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Verdicts", description = "Drafts, what was submitted, and decisions on it")
class DraftApi {
    private final VerdictReview review;
    private final Verdicts verdicts;
    private final DecidedRevisions revisions;
    private final ClaimAccess access;
    private final People people;
    private final CurrentActor actor;

    DraftApi(VerdictReview review, Verdicts verdicts, DecidedRevisions revisions, ClaimAccess access, People people,
            CurrentActor actor) {
        this.review = review;
        this.verdicts = verdicts;
        this.revisions = revisions;
        this.access = access;
        this.people = people;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    @Operation(operationId = "readDraft", summary = "Read the working copy of a claim's verdict", description = "Before the first save of a round it is empty, or what was approved last.")
    @APIResponseSchema(value = DraftJson.class, responseDescription = "The working copy")
    public Response read(@PathParam("id") String id) {
        return answer(stored(ClaimAnswers.id(id)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    @Operation(operationId = "saveDraft", summary = "Save the working copy of a claim's verdict", description = "If-Match names its ETag. When somebody saved meanwhile, the 412 answer has both texts: the members stored and sent.")
    @APIResponseSchema(value = DraftJson.class, responseDescription = "The working copy as it stands now")
    public Response save(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @NotNull @Valid SaveDraft draft) {
        ClaimId claim = ClaimAnswers.id(id);
        try {
            review.saveDraft(claim, IfMatch.version(ifMatch), draft.draft(), actor.get());
        } catch (Problem.Stale stale) {
            throw stale.with(Map.of("stored", stored(claim), "sent", draft));
        }
        return answer(stored(claim));
    }

    @POST
    @Path("/submission")
    @Idempotent
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    @Operation(operationId = "submitVerdict", summary = "Submit the working copy for a decision", description = "Freezes it and the evidence into the next revision. If-Match names the draft's ETag; the answer's ETag is the verdict's, which a decision names.")
    @APIResponseSchema(value = RevisionJson.class, responseCode = "201", responseDescription = "The new revision")
    public Response submit(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        ClaimId claim = ClaimAnswers.id(id);
        int number = review.submit(claim, IfMatch.version(ifMatch), actor.get());
        URI address = ClaimAnswers.address(claim);
        return Response.created(URI.create(address + "/revisions/" + number))
                .header(HttpHeaders.CONTENT_LOCATION, address + "/verdict").tag(IfMatch.tag(number))
                .entity(revisions.one(claim, number).map(RevisionJson::of).orElseThrow()).build();
    }

    private DraftJson stored(ClaimId id) {
        Claim claim = access.readableWork(actor.get(), id);
        Verdict copy = verdicts.workingCopy(claim);
        UUID savedBy = copy.savedBy();
        return DraftJson.of(copy,
                savedBy == null
                        ? null
                        : people.find(new PersonId(savedBy)).map(person -> new PersonJson(savedBy, person.name()))
                                .orElse(null));
    }

    private static Response answer(DraftJson draft) {
        return Response.ok(draft).tag(IfMatch.tag(draft.version())).build();
    }
}
