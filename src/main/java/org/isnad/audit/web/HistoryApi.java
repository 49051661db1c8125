package org.isnad.audit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.Tenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.ClaimHeading;
import org.isnad.audit.ClaimHistory;
import org.isnad.audit.HistoryEvent;
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
    private final ObjectMapper json;

    HistoryApi(ClaimHistory history, CurrentActor actor, ObjectMapper json) {
        this.history = history;
        this.actor = actor;
        this.json = json;
    }

    @GET
    @Operation(summary = "Read a claim's history", description = "Newest first. Auditors and senior editors read any claim's, "
            + "reviewers those of claims they contributed to.")
    @APIResponse(responseCode = "200", description = "A piece of the history; follow Link rel=\"next\" for the rest")
    @APIResponse(responseCode = "404", description = "There is no such claim, or its history is not for you")
    public Response history(@PathParam("id") String id, @QueryParam("person") @Nullable String person,
            @QueryParam("action") @Nullable String action, @QueryParam("round") @Nullable String round,
            @QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        ClaimHeading claim = history.heading(Ids.parse(id).orElseThrow(() -> new Problem.NotFound("claim")),
                Reading.HISTORY_READ, actor.get());
        Paging paging = Paging.of(limit, after);
        return paging.answer(history.events(claim, FilterParameters.of(person, action, round), paging.limit(),
                paging.after()).map(this::step), uri);
    }

    private Step step(HistoryEvent event) {
        return new Step(event.id(), event.version(), event.action(), event.part(),
                new Step.By(event.actor(), event.actorName(), event.authentication()), event.at(), event.round(),
                event.changes().stream().filter(HistoryEvent.Change::isReason)
                        .map(change -> values(change).path("after").asText()).findFirst().orElse(null),
                event.changes().stream().filter(change -> !change.isReason()).map(this::change).toList());
    }

    private Step.Change change(HistoryEvent.Change change) {
        JsonNode values = values(change);
        return new Step.Change(change.field(), values.path("before"), values.path("after"));
    }

    private JsonNode values(HistoryEvent.Change change) {
        try {
            return json.readTree(change.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One step, with what changed as it was written down. */
    @Schema(name = "HistoryStep")
    record Step(UUID id, @Schema(description = "The order, from 1 without gaps") long version, String action,
            @Nullable String part, By by, Instant at, int round, @Nullable String reason, List<Change> changes) {

        @Schema(name = "HistoryActor")
        record By(UUID id, String name, String authentication) {}

        @Schema(name = "HistoryChange")
        record Change(String field, JsonNode before, JsonNode after) {}
    }
}
