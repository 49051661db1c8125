package org.isnad.intake.web;

import java.util.UUID;
import java.util.function.BiConsumer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.oidc.Tenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.identity.Scope;
import org.isnad.identity.web.CurrentActor;
import org.isnad.intake.IntakeJob;
import org.isnad.intake.IntakeJobs;
import org.isnad.intake.IntakeReports;
import org.isnad.intake.ItemState;
import org.isnad.kernel.web.Idempotent;
import org.isnad.kernel.web.Paging;
import org.isnad.kernel.web.Parameters;

/** How far lists are, what became of each row, and what can be done about it. */
@Path("/api/v1/intake")
@Tenant("service")
@RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Scope.ARTICLES_WRITE})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "intake", description = "Lists of articles that are gone through in the background")
class IntakeApi {
    private final IntakeJobs jobs;
    private final IntakeReports reports;
    private final CurrentActor actor;

    IntakeApi(IntakeJobs jobs, IntakeReports reports, CurrentActor actor) {
        this.jobs = jobs;
        this.reports = reports;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "listIntake", summary = "List the lists, newest first", description = "Each sees their own, senior editors all.")
    @APIResponseSchema(value = IntakeJson.JobList.class, responseDescription = "A piece of the list")
    public Response list(@RestQuery @Nullable String limit, @RestQuery @Nullable String after,
            @Context UriInfo uri) {
        Paging paging = Paging.of(limit, after);
        return paging.answer(reports.page(paging.after(), paging.limit(), actor.get()).map(IntakeJson.Job::of), uri);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readIntake", summary = "Read how far a list is")
    @APIResponseSchema(value = IntakeJson.Job.class, responseDescription = "The list")
    public Response read(@RestPath String id) {
        return now(Parameters.id(id));
    }

    @GET
    @Path("{id}/items")
    @Operation(operationId = "listIntakeRows", summary = "Read the report on each row, in the list's order")
    @APIResponseSchema(value = IntakeJson.ItemList.class, responseDescription = "A piece of the report")
    public Response items(@RestPath String id, @RestQuery @Nullable ItemState state, @RestQuery @Nullable String limit,
            @RestQuery @Nullable String after, @Context UriInfo uri) {
        Paging paging = Paging.of(limit, after);
        Actor reader = actor.get();
        IntakeJob job = reports.find(Parameters.id(id), reader);
        return paging.answer(
                reports.items(job, state, paging.after(), paging.limit(), reader).map(IntakeJson.Item::of), uri);
    }

    @POST
    @Path("{id}/cancel")
    @Idempotent
    @Operation(operationId = "cancelIntake", summary = "Leave out the rows that still wait")
    @APIResponseSchema(value = IntakeJson.Job.class, responseCode = "200", responseDescription = "The list as it stands now")
    public Response cancel(@RestPath String id) {
        return after(id, jobs::cancel);
    }

    @POST
    @Path("{id}/resume")
    @Idempotent
    @Operation(operationId = "resumeIntake", summary = "Go on with the rows that were left out")
    @APIResponseSchema(value = IntakeJson.Job.class, responseCode = "200", responseDescription = "The list as it stands now")
    public Response resume(@RestPath String id) {
        return after(id, jobs::resume);
    }

    @POST
    @Path("{id}/retry")
    @Idempotent
    @Operation(operationId = "retryIntake", summary = "Try the rows again that failed while they were worked on")
    @APIResponseSchema(value = IntakeJson.Job.class, responseCode = "200", responseDescription = "The list as it stands now")
    public Response retry(@RestPath String id) {
        return after(id, jobs::retry);
    }

    /** Does it, and answers how the list stands then. */
    private Response after(String id, BiConsumer<UUID, Actor> verb) {
        UUID job = Parameters.id(id);
        verb.accept(job, actor.get());
        return now(job);
    }

    private Response now(UUID id) {
        return Response.ok(IntakeJson.Job.of(reports.find(id, actor.get()))).build();
    }
}
