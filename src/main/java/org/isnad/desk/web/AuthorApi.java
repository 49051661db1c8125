package org.isnad.desk.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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

import io.quarkus.oidc.Tenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Role;
import org.isnad.identity.Scope;
import org.isnad.kernel.web.Idempotent;
import org.isnad.kernel.web.IfMatch;
import org.isnad.origin.OriginKind;

/** Authors as JSON. */
@Path("/api/v1/authors")
@Tenant("service")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "authors", description = "Who wrote the articles at the desk")
class AuthorApi {
    private final OriginAnswers answers;

    AuthorApi(OriginAnswers answers) {
        this.answers = answers;
    }

    @GET
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR, Scope.DESK_READ})
    @Operation(operationId = "listAuthors", summary = "List authors by name")
    @APIResponseSchema(value = OriginJson.Listing.class, responseDescription = "A piece of the list")
    public Response list(
            @Parameter(description = "What stands somewhere in a name, however it is written") @RestQuery @Nullable String q,
            @RestQuery @Nullable String limit, @RestQuery @Nullable String after, @Context UriInfo uri) {
        return answers.list(OriginKind.AUTHOR, q, limit, after, uri);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR, Scope.DESK_READ})
    @Operation(operationId = "readAuthor", summary = "Read an author", description = "The id of a record that was merged into another leads there (303).")
    @APIResponseSchema(value = OriginJson.Full.class, responseDescription = "The author")
    public Response read(@RestPath String id) {
        return answers.read(OriginKind.AUTHOR, id);
    }

    @PUT
    @Path("{id}/name")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    @Operation(operationId = "renameAuthor", summary = "Call an author otherwise", description = "What articles state stays. If-Match names the record's ETag.")
    @APIResponseSchema(value = OriginJson.Full.class, responseDescription = "The author as it stands now")
    public Response rename(@RestPath String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            OriginJson.@Nullable Renaming renaming) {
        return answers.rename(OriginKind.AUTHOR, id, ifMatch, renaming);
    }

    @POST
    @Path("{id}/merger")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    @Operation(operationId = "mergeAuthor", summary = "Say that an author is the same as another", description = "Its names and articles go over, and its id leads there. If-Match names the record's ETag.")
    @APIResponseSchema(value = OriginJson.Full.class, responseCode = "200", responseDescription = "The other author as it stands now")
    public Response merge(@RestPath String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            OriginJson.@Nullable Merger merger) {
        return answers.merge(OriginKind.AUTHOR, id, ifMatch, merger);
    }

    @POST
    @Path("{id}/separation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    @Operation(operationId = "separateAuthor", summary = "Take a name out of an author into a record of its own", description = "Undoes a merger. If-Match names the record's ETag.")
    @APIResponseSchema(value = OriginJson.Full.class, responseCode = "200", responseDescription = "The author with that name")
    public Response part(@RestPath String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            OriginJson.@Nullable Separation separation) {
        return answers.part(OriginKind.AUTHOR, id, ifMatch, separation);
    }
}
