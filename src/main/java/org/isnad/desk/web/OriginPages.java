package org.isnad.desk.web;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Role;
import org.isnad.origin.OriginKind;

/** The pages of outlets and of authors. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class OriginPages {
    private final OriginDesk desk;

    OriginPages(OriginDesk desk) {
        this.desk = desk;
    }

    @GET
    @Path("outlets")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    public Response outlets(@RestQuery @Nullable String q, @RestQuery @Nullable String name,
            @RestQuery @Nullable String after) {
        return desk.list(OriginKind.OUTLET, q, name, after);
    }

    @GET
    @Path("authors")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    public Response authors(@RestQuery @Nullable String q, @RestQuery @Nullable String name,
            @RestQuery @Nullable String after) {
        return desk.list(OriginKind.AUTHOR, q, name, after);
    }

    @GET
    @Path("outlets/{id}")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    public Response outlet(@RestPath String id, @RestQuery @Nullable String after, @RestQuery @Nullable String claims,
            @RestQuery @Nullable String same) {
        return desk.record(OriginKind.OUTLET, id, after, claims, same);
    }

    @GET
    @Path("authors/{id}")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    public Response author(@RestPath String id, @RestQuery @Nullable String after, @RestQuery @Nullable String claims,
            @RestQuery @Nullable String same) {
        return desk.record(OriginKind.AUTHOR, id, after, claims, same);
    }

    @POST
    @Path("outlets/{id}/name")
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    public Response renameOutlet(@RestPath String id, @BeanParam OriginForm form) {
        return desk.rename(OriginKind.OUTLET, id, form);
    }

    @POST
    @Path("authors/{id}/name")
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    public Response renameAuthor(@RestPath String id, @BeanParam OriginForm form) {
        return desk.rename(OriginKind.AUTHOR, id, form);
    }

    @POST
    @Path("outlets/{id}/merge")
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    public Response mergeOutlet(@RestPath String id, @BeanParam OriginForm form) {
        return desk.merge(OriginKind.OUTLET, id, form);
    }

    @POST
    @Path("authors/{id}/merge")
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    public Response mergeAuthor(@RestPath String id, @BeanParam OriginForm form) {
        return desk.merge(OriginKind.AUTHOR, id, form);
    }

    @POST
    @Path("outlets/{id}/part")
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    public Response partOutlet(@RestPath String id, @BeanParam OriginForm form) {
        return desk.part(OriginKind.OUTLET, id, form);
    }

    @POST
    @Path("authors/{id}/part")
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    public Response partAuthor(@RestPath String id, @BeanParam OriginForm form) {
        return desk.part(OriginKind.AUTHOR, id, form);
    }

    static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
