package org.isnad.audit.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.oidc.Tenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.history.AuditLog;
import org.isnad.audit.history.HistoryEvent;
import org.isnad.audit.history.LogStep;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.web.Paging;

/** The whole log for programs of auditors. */
@Path("/api/v1/log/events")
@Tenant("service")
@RolesAllowed(Role.Names.AUDITOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Log")
class LogEventsApi {
    private final AuditLog log;
    private final CurrentActor actor;
    private final ChangesJson changes;

    LogEventsApi(AuditLog log, CurrentActor actor, ChangesJson changes) {
        this.log = log;
        this.actor = actor;
        this.changes = changes;
    }

    @GET
    @Operation(operationId = "listLogEvents", summary = "Read the whole log, the newest leaf first", description = "For auditors. All filters hold together.")
    @APIResponseSchema(value = EventList.class, responseDescription = "A piece of the log")
    public Response list(
            @Parameter(description = "Only this person's: an id") @QueryParam("person") @Nullable String person,
            @Parameter(description = "Only this action, such as VERDICT_APPROVED") @QueryParam("action") @Nullable String action,
            @Parameter(description = "Not before this moment (RFC 3339)") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Before this moment (RFC 3339)") @QueryParam("to") @Nullable String to,
            @Parameter(description = "Only about this claim, article, person or rating scale: its id or its address") @QueryParam("about") @Nullable String about,
            @Parameter(description = "Only what was refused: 1") @QueryParam("refused") @Nullable String refused,
            @QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after, UriInfo uri) {
        Paging paging = Paging.of(limit, after);
        return paging.answer(log.steps(new LogSearch(person, action, from, to, about, refused).inMoments(),
                paging.limit(), paging.after(), actor.get()).map(this::event), uri);
    }

    private LogEvent event(LogStep step) {
        HistoryEvent event = step.event();
        return new LogEvent(event.place().leaf(), event.place().checkpoint(), event.id(),
                new About(step.subject().type(), step.subject().id(), event.version()), event.action(), event.part(),
                new HistoryApi.Step.By(event.actor(), event.actorName(), event.authentication()), event.at(),
                changes.reason(event), changes.of(event));
    }

    /** One step of the log. */
    @Schema(name = "LogEvent")
    record LogEvent(@Schema(description = "Its leaf's index: the order of the log") @Nullable Long leaf,
            @Schema(description = "Size of the first signed checkpoint that covers it; absent while none does") @Nullable Long checkpoint,
            UUID id, About about, String action, @Nullable String part, HistoryApi.Step.By by, Instant at,
            @Nullable String reason, List<ChangesJson.Change> changes) {}

    /**
     * What a step is about.
     *
     * @param version
     *            the step's number in that thing's history
     */
    @Schema(name = "LogSubject")
    record About(@Schema(description = "CLAIM, ARTICLE, PERSON, RATING_SCALE, ERASURE, SOURCE or ORIGIN") String type,
            UUID id,
            long version) {}

    /** For the OpenAPI document: what the list's answer holds. */
    record EventList(List<LogEvent> items) {}
}
