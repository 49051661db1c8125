package org.isnad.audit.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.Blocking;

import org.isnad.audit.proof.PublicationProof;

/** The proof of a public page, for everybody. */
@Path("/facts/{slug}/proof")
@PermitAll
@Blocking
class ProofFiles {
    private final PublicationProof proof;

    ProofFiles(PublicationProof proof) {
        this.proof = proof;
    }

    @GET
    @Produces("application/zip")
    public Response proof(@PathParam("slug") String slug) {
        return Response.ok(proof.of(slug))
                .header("Content-Disposition", "attachment; filename=\"isnad-proof-" + slug + ".zip\"")
                .build();
    }
}
