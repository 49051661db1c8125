package org.isnad.identity.web;

import java.net.URI;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.Authenticated;

/**
 * The addresses at which signing in and out happens. The authentication in front of them does the work and answers itself; what
 * stands here is where somebody lands who calls one by hand. They are endpoints, and not a rule about paths, because only
 * endpoints decide who may call what.
 */
@Path("/")
@Authenticated
class SignInPages {
    private static final URI HOME = URI.create("/");

    /** Leads to the identity provider and back home. */
    @GET
    @Path("sign-in")
    public Response signIn() {
        return home();
    }

    /** The one address that the identity provider sends a browser back to; from here it goes on to the page asked for. */
    @GET
    @Path("sign-in/callback")
    public Response signedIn() {
        return home();
    }

    /** Ends the session here and at the identity provider. */
    @GET
    @Path("logout")
    public Response signOut() {
        return home();
    }

    private static Response home() {
        return Response.seeOther(HOME).build();
    }
}
