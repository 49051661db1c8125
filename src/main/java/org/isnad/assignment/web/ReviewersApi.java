package org.isnad.assignment.web;

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

import org.isnad.identity.People;
import org.isnad.identity.Role;
import org.isnad.identity.web.PersonJson;

/** To whom claims can be assigned. */
@Path("/api/v1/reviewers")
@Tenant("service")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assignments")
class ReviewersApi {
    private final People people;

    ReviewersApi(People people) {
        this.people = people;
    }

    @GET
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    @Operation(operationId = "listReviewers", summary = "List everybody to whom a claim can be assigned, by name")
    @APIResponseSchema(value = ReviewerList.class, responseDescription = "All of them")
    public Response list() {
        return Response.ok(new ReviewerList(people.whoCanReview().stream()
                .map(person -> new PersonJson(person.id().value(), person.name())).toList())).build();
    }

    record ReviewerList(List<PersonJson> items) {}
}
