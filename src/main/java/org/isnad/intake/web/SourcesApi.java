package org.isnad.intake.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.oidc.Tenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.intake.Trouble;
import org.isnad.intake.feed.FeedAdministration;
import org.isnad.intake.feed.FeedDetails;
import org.isnad.intake.feed.FeedLooks;
import org.isnad.intake.feed.FeedRow;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Idempotent;
import org.isnad.kernel.web.IfMatch;
import org.isnad.kernel.web.Paging;
import org.isnad.kernel.web.Parameters;

/** The feeds that the desk follows, as JSON. */
@Path("/api/v1/sources")
@Tenant("service")
@RolesAllowed(Role.Names.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sources", description = "Feeds that the desk follows")
class SourcesApi {
    private final FeedAdministration feeds;
    private final FeedLooks looks;
    private final CurrentActor actor;

    SourcesApi(FeedAdministration feeds, FeedLooks looks, CurrentActor actor) {
        this.feeds = feeds;
        this.looks = looks;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "listSources", summary = "List the feeds that are followed or paused, newest first", description = "For administrators.")
    @APIResponseSchema(value = SourceList.class, responseDescription = "A piece of the list")
    public Response list(@RestQuery @Nullable String limit, @RestQuery @Nullable String after,
            @Context UriInfo uri) {
        Paging paging = Paging.of(limit, after);
        return paging.answer(looks.page(paging.after(), paging.limit(), actor.get()).map(SourceJson::of), uri);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addSource", summary = "Follow a feed", description = "For administrators.")
    @APIResponseSchema(value = SourceJson.class, responseCode = "201", responseDescription = "The feed")
    public Response add(@Nullable NewSource source) {
        if (source == null) {
            throw new Problem.Invalid("url", "required");
        }
        UUID id = feeds.add(new FeedDetails(source.name(), source.url(), source.everyMinutes()), actor.get());
        FeedRow row = looks.find(id, actor.get());
        return Response.created(URI.create("/api/v1/sources/" + id)).entity(SourceJson.of(row))
                .tag(IfMatch.tag(row.version())).build();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readSource", summary = "Read a feed, and what the last look at it found", description = "For administrators.")
    @APIResponseSchema(value = SourceJson.class, responseDescription = "The feed")
    public Response read(@RestPath String id) {
        return now(Parameters.id(id));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changeSource", summary = "Rename a feed, give it another pace, pause it or go on", description = "If-Match names the feed's ETag. For administrators.")
    @APIResponseSchema(value = SourceJson.class, responseDescription = "The feed as it stands now")
    public Response change(@RestPath String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @Nullable ChangedSource source) {
        if (source == null) {
            throw new Problem.Invalid("name", "required");
        }
        UUID feed = Parameters.id(id);
        feeds.change(feed, IfMatch.version(ifMatch), new FeedDetails(source.name(), null, source.everyMinutes()),
                source.paused(), actor.get());
        return now(feed);
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "removeSource", summary = "Stop following a feed", description = "What came in from it stays. For administrators.")
    @APIResponse(responseCode = "204", description = "It is not followed any more")
    public Response remove(@RestPath String id) {
        feeds.remove(Parameters.id(id), actor.get());
        return Response.noContent().build();
    }

    private Response now(UUID id) {
        FeedRow row = looks.find(id, actor.get());
        return Response.ok(SourceJson.of(row)).tag(IfMatch.tag(row.version())).build();
    }

    /** A feed to follow. */
    @Schema(name = "NewSource")
    record NewSource(@Nullable String name,
            @Schema(description = "Of an RSS or Atom feed, or of a sitemap") @Nullable String url,
            @Schema(description = "How often it is looked at, in minutes: 5 to 1,440, 30 when left out") @Nullable Integer everyMinutes) {}

    /** What can change of a feed. */
    @Schema(name = "ChangedSource")
    record ChangedSource(@Nullable String name, @Nullable Integer everyMinutes, boolean paused) {}

    /** A feed. */
    @Schema(name = "Source")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SourceJson(UUID id, String name, String url, int everyMinutes, boolean paused, @Nullable Instant lookedAt,
            @Schema(description = "How many entries the last look found") @Nullable Integer entries,
            @Schema(description = "Why the last look failed, as a stable code") @Nullable String reason,
            @Schema(description = "Why the last look failed, as a sentence") @Nullable String error,
            @Schema(description = "How many looks failed since one did not") int failures,
            @Schema(description = "Before then the desk does not look again; not given while it is paused") @Nullable Instant nextAt) {
        static SourceJson of(FeedRow row) {
            Trouble trouble = row.trouble();
            return new SourceJson(row.id(), row.name(), row.url(), row.everyMinutes(), row.isPaused(),
                    row.lookedAt(), row.entries(), trouble == null ? null : trouble.reason(),
                    trouble == null ? null : trouble.detail(), row.failures(), row.isPaused() ? null : row.nextAt());
        }
    }

    /** For the OpenAPI document: what the list's answer holds. */
    @Schema(name = "SourceList")
    record SourceList(List<SourceJson> items) {}
}
