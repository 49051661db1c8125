package org.isnad.audit.web;

import java.time.Instant;
import java.util.List;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.witness.SignedCheckpoints;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.web.Paging;

/** What was signed of the log, for programs of auditors. The latest checkpoint itself is public: {@code /log/checkpoint}. */
@Path("/api/v1/log/checkpoints")
@Tenant("service")
@RolesAllowed(Role.Names.AUDITOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Log")
class LogCheckpointsApi {
    private final SignedCheckpoints checkpoints;
    private final CurrentActor actor;

    LogCheckpointsApi(SignedCheckpoints checkpoints, CurrentActor actor) {
        this.checkpoints = checkpoints;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "listLogCheckpoints", summary = "List the signed checkpoints, the largest first", description = "For auditors.")
    @APIResponseSchema(value = CheckpointList.class, responseDescription = "A piece of the list")
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after,
            UriInfo uri) {
        Paging paging = Paging.of(limit, after);
        return paging.answer(checkpoints.newest(paging.limit(), paging.after(), actor.get()).map(CheckpointJson::of),
                uri);
    }

    /** One checkpoint. */
    @Schema(name = "LogCheckpoint")
    record CheckpointJson(long size, @Schema(description = "Base64") String root, Instant signedAt, String keyName,
            @Schema(description = "Eight hexadecimal digits") String keyId,
            @Schema(description = "Who confirmed it, each by a signature that holds") List<String> witnesses,
            @Schema(description = "Who else it was sent to; nothing proves that they kept it") List<String> copies) {
        static CheckpointJson of(SignedCheckpoints.Signed signed) {
            return new CheckpointJson(signed.size(), signed.root().base64(), signed.at(), signed.keyName(),
                    signed.keyId(), signed.witnesses(), signed.copies());
        }
    }

    /** For the OpenAPI document: what the list's answer holds. */
    record CheckpointList(List<CheckpointJson> items) {}
}
