package org.isnad.audit.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.Blocking;

import org.isnad.audit.log.LogTiles;
import org.isnad.audit.log.TransparencyLog;
import org.isnad.kernel.Problem;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.SignedNote;
import org.isnad.tlog.TilePath;

/**
 * The log as anybody may read it (C2SP tlog-tiles): the signed checkpoint, the tiles of its tree and the entries, which are
 * commitments and tell nothing of what they commit to.
 */
@Path("/log")
@PermitAll
@Blocking
public class LogFiles {
    private static final String UTF_8_TEXT = MediaType.TEXT_PLAIN + ";charset=utf-8";
    /** Two seconds is how long an event may take to come under a checkpoint. */
    private static final String FRESH = "public, max-age=2";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final TransparencyLog log;
    private final LogTiles tiles;

    LogFiles(TransparencyLog log, LogTiles tiles) {
        this.log = log;
        this.tiles = tiles;
    }

    /** The latest signed checkpoint (C2SP tlog-checkpoint). */
    @GET
    @Path("checkpoint")
    @Produces(UTF_8_TEXT)
    public Response checkpoint() {
        return text(log.checkpoint().map(SignedNote::encoded).orElseThrow(() -> new Problem.NotFound("page")));
    }

    /** The keys that sign checkpoints; each but the first is vouched for by the one before it. */
    @GET
    @Path("keys")
    @Produces(UTF_8_TEXT)
    public Response keys() {
        return text(log.keys().map(KeyHistory::encoded).orElseThrow(() -> new Problem.NotFound("page")));
    }

    /** A tile of hashes, {@code tile/LEVEL/INDEX[.p/WIDTH]}, or a bundle of entries, {@code tile/entries/INDEX[.p/WIDTH]}. */
    @GET
    @Path("tile/{path:.+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response tile(@PathParam("path") String path) {
        return parsed("tile/" + path).flatMap(tiles::read)
                .map(bytes -> Response.ok(bytes).header("Cache-Control", FOR_EVER).build())
                .orElseThrow(() -> new Problem.NotFound("page"));
    }

    private static java.util.Optional<TilePath> parsed(String path) {
        try {
            return java.util.Optional.of(TilePath.parse(path));
        } catch (IllegalArgumentException e) {
            return java.util.Optional.empty();
        }
    }

    private static Response text(String body) {
        return Response.ok(body).header("Cache-Control", FRESH).build();
    }
}
