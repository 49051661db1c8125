package org.isnad.audit.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.oidc.Tenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.history.ClaimHeading;
import org.isnad.audit.history.ClaimHistory;
import org.isnad.audit.history.HistoryEvent;
import org.isnad.identity.Reading;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Paging;

/** The history of one claim for programs. Whoever may not see it, admins always, is told that there is none. */
@Path("/api/v1/claims/{id}/history")
@Tenant("service")
@RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR, Role.Names.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "History")
class HistoryApi {
    private final ClaimHistory history;
    private final CurrentActor actor;
    private final ChangesJson changes;

    HistoryApi(ClaimHistory history, CurrentActor actor, ChangesJson changes) {
        this.history = history;
        this.actor = actor;
        this.changes = changes;
    }

    @GET
    @Operation(summary = "Read a claim's history", description = "Newest first. Auditors and senior editors read any claim's, "
            + "reviewers those of claims they contributed to.")
    @APIResponse(responseCode = "200", description = "A piece of the history; follow Link rel=\"next\" for the rest")
    @APIResponse(responseCode = "404", description = "There is no such claim, or its history is not for you")
    public Response history(@PathParam("id") String id, @QueryParam("person") @Nullable String person,
            @QueryParam("action") @Nullable String action, @QueryParam("round") @Nullable String round,
            @Parameter(description = "Only what was refused: 1") @QueryParam("refused") @Nullable String refused,
            @Parameter(description = "Without readings, which change nothing: 0") @QueryParam("reading") @Nullable String reading,
            @QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        ClaimHeading claim = history.heading(Ids.parse(id).orElseThrow(() -> new Problem.NotFound("claim")),
                Reading.HISTORY_READ, actor.get());
        Paging paging = Paging.of(limit, after);
        return paging.answer(history.events(claim,
                FilterParameters.of(person, action, round, refused,
                        reading == null || reading.isBlank() ? List.of() : List.of(reading)),
                paging.limit(),
                paging.after()).map(this::step), uri);
    }

    private Step step(HistoryEvent event) {
        return new Step(event.id(), event.version(), event.action(), event.part(),
                new Step.By(event.actor(), event.actorName(), event.authentication()), event.at(), event.round(),
                event.place().leaf(), event.place().checkpoint(), changes.reason(event), changes.of(event));
    }

    /** One step, with what changed as it was written down. */
    @Schema(name = "HistoryStep")
    record Step(UUID id, @Schema(description = "The order, from 1 without gaps") long version, String action,
            @Nullable String part, By by, Instant at, int round,
            @Schema(description = "Its leaf's index in the log; absent while it waits for one") @Nullable Long leaf,
            @Schema(description = "Size of the first signed checkpoint that covers it") @Nullable Long checkpoint,
            @Nullable String reason, List<ChangesJson.Change> changes) {

        @Schema(name = "HistoryActor")
        record By(UUID id, String name, String authentication) {}
    }
}
