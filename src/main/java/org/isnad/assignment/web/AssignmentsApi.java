package org.isnad.assignment.web;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.oidc.Tenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.isnad.assignment.AssignmentRows;
import org.isnad.assignment.ClaimAssignment;
import org.isnad.claim.ClaimId;
import org.isnad.claim.web.ClaimAnswers;
import org.isnad.claim.web.ClaimJson;
import org.isnad.identity.Actor;
import org.isnad.identity.PersonId;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Idempotent;
import org.isnad.kernel.web.Paging;

/** Who checks what, over HTTP. */
@Path("/api/v1/assignments")
@Tenant("service")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assignments")
class AssignmentsApi {
    private final ClaimAssignment assignment;
    private final AssignmentRows rows;
    private final ClaimAnswers answers;
    private final CurrentActor current;

    AssignmentsApi(ClaimAssignment assignment, AssignmentRows rows, ClaimAnswers answers, CurrentActor current) {
        this.assignment = assignment;
        this.rows = rows;
        this.answers = answers;
        this.current = current;
    }

    @GET
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    @Operation(operationId = "listAssignments", summary = "List open assignments, soonest due first", description = "Reviewers see those of claims they ever worked on.")
    @APIResponseSchema(value = AssignmentList.class, responseDescription = "A piece of the list")
    public Response list(
            @Parameter(description = "Only this person's: an id, or me") @QueryParam("assignee") @Nullable String assignee,
            @QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after, UriInfo uri) {
        Paging paging = Paging.of(limit, after);
        Actor actor = current.get();
        return paging.answer(rows.page(actor, person(assignee, actor), paging.limit(), paging.after())
                .map(AssignmentJson::of), uri);
    }

    @POST
    @Path("/next")
    @Idempotent
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    @Operation(operationId = "takeNextClaim", summary = "Take the most urgent queued claim for oneself")
    @APIResponseSchema(value = ClaimJson.class, responseCode = "200", responseDescription = "The claim that was taken")
    @APIResponse(responseCode = "204", description = "Nothing waits")
    public Response takeNext() {
        Optional<ClaimId> taken = assignment.takeNext(current.get());
        return taken.map(answers::now).orElseGet(() -> Response.noContent().build());
    }

    private static @Nullable PersonId person(@Nullable String assignee, Actor actor) {
        if (assignee == null || assignee.isBlank()) {
            return null;
        }
        return assignee.equals("me")
                ? actor.person()
                : Ids.parse(assignee).map(PersonId::new)
                        .orElseThrow(() -> new Problem.Invalid("assignee", "not-an-id"));
    }

    /** For the OpenAPI document: what the list's answer holds. */
    record AssignmentList(List<AssignmentJson> items) {}
}
