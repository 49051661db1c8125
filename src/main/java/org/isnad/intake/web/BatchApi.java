package org.isnad.intake.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.oidc.Tenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.identity.Scope;
import org.isnad.identity.web.CurrentActor;
import org.isnad.intake.IntakeJobs;
import org.isnad.intake.IntakeKind;
import org.isnad.intake.IntakeReports;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Idempotent;

/** Many articles in one request. */
@Path("/api/v1/articles:batch")
@Tenant("service")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "articles")
class BatchApi {
    private static final int MOST = 1000;

    private final IntakeJobs jobs;
    private final IntakeReports reports;
    private final SubmissionRows rows;
    private final CurrentActor actor;

    BatchApi(IntakeJobs jobs, IntakeReports reports, SubmissionRows rows, CurrentActor actor) {
        this.jobs = jobs;
        this.reports = reports;
        this.rows = rows;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Scope.ARTICLES_WRITE})
    @Operation(operationId = "submitArticles", summary = "Submit many articles", description = "They are gone through in the background; "
            + "Location leads to how far that is, and to a report on each. One that cannot be taken keeps no other from being taken.")
    @APIResponseSchema(value = IntakeJson.Job.class, responseCode = "202", responseDescription = "The list was put in")
    public Response submit(IntakeJson.@Nullable Batch batch) {
        List<JsonNode> articles = batch == null ? null : batch.articles();
        if (batch == null || articles == null || articles.isEmpty()) {
            throw new Problem.Invalid("articles", "required");
        }
        if (articles.size() > MOST) {
            throw new Problem.Invalid("articles", "too-many-rows");
        }
        Actor sender = actor.get();
        String name = batch.name();
        UUID id = jobs.submit(IntakeKind.BATCH, name == null || name.isBlank() ? "API" : name,
                articles.stream().map(rows::row).iterator(), sender);
        return Response.accepted(IntakeJson.Job.of(reports.find(id, sender)))
                .location(URI.create("/api/v1/intake/" + id)).build();
    }
}
