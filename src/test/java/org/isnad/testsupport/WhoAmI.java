package org.isnad.testsupport;

import java.util.Map;
import java.util.TreeSet;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;

/** Endpoints that exist in tests only: what the application made of a login. */
@Path(WhoAmI.PATH)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class WhoAmI {
    static final String PATH = "/test/who-am-i";

    private final SecurityIdentity identity;

    WhoAmI(SecurityIdentity identity) {
        this.identity = identity;
    }

    @GET
    public Map<String, Object> session() {
        return Map.of("name", identity.getPrincipal().getName(), "rights", new TreeSet<>(identity.getRoles()));
    }

    @GET
    @Path("/api")
    @Tenant("service")
    public Map<String, Object> bearer() {
        return session();
    }
}
