package org.isnad.publication.web;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.oidc.Tenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Paging;
import org.isnad.publication.FactCheck;
import org.isnad.publication.FactChecks;
import org.isnad.publication.Publications;

/** Published fact checks over HTTP, for everybody. */
@Path("/api/v1/fact-checks")
@Tenant("service")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Publications")
class FactCheckApi {
    private final FactChecks facts;
    private final Publications publications;

    FactCheckApi(FactChecks facts, Publications publications) {
        this.facts = facts;
        this.publications = publications;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listFactChecks", summary = "List published fact checks, newest first")
    @APIResponseSchema(value = FactCheckList.class, responseDescription = "A piece of the list")
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after,
            UriInfo uri) {
        Paging paging = Paging.of(limit, after);
        return paging.answer(facts.page(paging.limit(), paging.after()).map(FactCheckJson.Summary::of), uri);
    }

    @GET
    @Path("/{slug}")
    @PermitAll
    @Operation(operationId = "readFactCheck", summary = "Read a published fact check")
    @APIResponseSchema(value = FactCheckJson.class, responseDescription = "The fact check")
    public Response read(@PathParam("slug") String slug) {
        FactCheck fact = facts.bySlug(slug).orElseThrow(() -> new Problem.NotFound("fact check"));
        return Response.ok(FactCheckJson.of(fact, publications.editions(fact.page().claim()))).build();
    }

    /** For the OpenAPI document: what the list's answer holds. */
    record FactCheckList(List<FactCheckJson.Summary> items) {}
}
