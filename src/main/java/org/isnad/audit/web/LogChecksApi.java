package org.isnad.audit.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.oidc.Tenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.check.LogChecks;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.web.Idempotent;
import org.isnad.kernel.web.Paging;
import org.isnad.kernel.web.Parameters;

/** Comparing state, history and log, for programs of auditors. */
@Path("/api/v1/log/checks")
@Tenant("service")
@RolesAllowed(Role.Names.AUDITOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Log")
class LogChecksApi {
    private final LogChecks checks;
    private final CurrentActor actor;

    LogChecksApi(LogChecks checks, CurrentActor actor) {
        this.checks = checks;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "listLogChecks", summary = "List the comparisons of state, history and log, the newest first", description = "For auditors.")
    @APIResponseSchema(value = CheckList.class, responseDescription = "A piece of the list")
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after,
            UriInfo uri) {
        Paging paging = Paging.of(limit, after);
        return paging.answer(checks.newest(paging.limit(), paging.after(), actor.get()).map(CheckJson::of), uri);
    }

    @POST
    @Idempotent
    @Operation(operationId = "startLogCheck", summary = "Begin a comparison of state, history and log", description = "For auditors. It goes on by itself; Location leads to how far it is. While one is under way, on whichever node, the answer is 409.")
    @APIResponseSchema(value = CheckJson.class, responseCode = "202", responseDescription = "The comparison has begun")
    public Response start() {
        UUID id = checks.start(actor.get());
        return Response.accepted(CheckJson.of(checks.find(id, actor.get())))
                .location(URI.create("/api/v1/log/checks/" + id))
                .build();
    }

    @GET
    @Path("/{check}")
    @Operation(operationId = "readLogCheck", summary = "Read how far a comparison is, or what it found", description = "For auditors.")
    @APIResponseSchema(value = CheckJson.class, responseDescription = "The comparison")
    public Response read(@PathParam("check") String check) {
        return Response.ok(CheckJson.of(checks.find(Parameters.id(check), actor.get()))).build();
    }

    /** One comparison. */
    @Schema(name = "LogCheck")
    record CheckJson(UUID id, UUID askedBy, Instant startedAt, @Nullable Instant endedAt, LogChecks.State state,
            Progress leaves, Progress events, Progress aggregates,
            @Schema(description = "Who asked it to stop; absent where nobody did before its end") @Nullable UUID stoppedBy,
            @Schema(description = "What does not agree, each naming what it is; empty when all does, absent unless state is DONE") @Nullable List<String> findings) {
        static CheckJson of(LogChecks.Check check) {
            return new CheckJson(check.id(), check.askedBy(), check.startedAt(), check.endedAt(), check.state(),
                    Progress.of(check.leaves()), Progress.of(check.events()), Progress.of(check.aggregates()),
                    check.stoppedBy() == null ? null : check.stoppedBy().id(), check.findings());
        }
    }

    /** How many were compared, of how many. */
    @Schema(name = "LogCheckProgress")
    record Progress(long done, long total) {
        static Progress of(LogChecks.Count count) {
            return new Progress(count.done(), count.total());
        }
    }

    /** For the OpenAPI document: what the list's answer holds. */
    record CheckList(List<CheckJson> items) {}
}
