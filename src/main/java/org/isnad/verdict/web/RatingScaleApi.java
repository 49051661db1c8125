package org.isnad.verdict.web;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.oidc.Tenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Role;
import org.isnad.identity.Scope;
import org.isnad.verdict.RatingScales;

/** The rating scale over HTTP. */
@Path("/api/v1/rating-scale")
@Tenant("service")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Verdicts")
class RatingScaleApi {
    private final RatingScales scales;

    RatingScaleApi(RatingScales scales) {
        this.scales = scales;
    }

    @GET
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR, Role.Names.ADMIN,
            Scope.DESK_READ})
    @Operation(operationId = "readRatingScale", summary = "Read the ratings that can be given today, in their order")
    @APIResponseSchema(value = RatingList.class, responseDescription = "All of them")
    public Response read() {
        return Response.ok(new RatingList(scales.current().stream().map(RatingJson::of).toList())).build();
    }

    record RatingList(List<@Nullable RatingJson> items) {}
}
