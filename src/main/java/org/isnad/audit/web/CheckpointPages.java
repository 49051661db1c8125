package org.isnad.audit.web;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.log.TransparencyLog;
import org.isnad.audit.witness.SignedCheckpoints;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;

/** What was signed of the log, and who confirmed it. */
@Path("/audit/checkpoints")
@RolesAllowed(Role.Names.AUDITOR)
@Blocking
class CheckpointPages {
    private static final int PAGE = 50;

    private final SignedCheckpoints checkpoints;
    private final TransparencyLog log;
    private final CurrentActor actor;

    CheckpointPages(SignedCheckpoints checkpoints, TransparencyLog log, CurrentActor actor) {
        this.checkpoints = checkpoints;
        this.log = log;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "audit")
    static class Templates {
        private Templates() {}

        static native TemplateInstance checkpoints(CheckpointsView view);
    }

    @GET
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        Actor reader = actor.get();
        Page<SignedCheckpoints.Signed> page = checkpoints.newest(PAGE, after, reader);
        return Templates.checkpoints(new CheckpointsView(page.items().stream().map(Line::new).toList(),
                page.next() == null ? null : "/audit/checkpoints?after=" + page.next(),
                after == null || after.isBlank(), checkpoints.unsigned(reader), log.behind().toSeconds(),
                log.trouble().orElse(null)));
    }

    /** The signed note, as anybody can check it. */
    @GET
    @Path("{size}/{key}")
    @Produces("text/plain;charset=utf-8")
    public Response note(@PathParam("size") String size, @PathParam("key") String key) {
        if (!size.matches("\\d{1,18}") || !key.matches("[0-9a-f]{8}")) {
            throw new Problem.NotFound("checkpoint");
        }
        return Response.ok(checkpoints.note(Long.parseLong(size), key, actor.get())).header("Content-Disposition",
                "attachment; filename=\"isnad-checkpoint-" + size + "-" + key + ".txt\"").build();
    }

    /**
     * The page.
     *
     * @param earlier
     *            the address of its continuation; null at the end
     * @param unsigned
     *            how many steps of the log no checkpoint covers yet
     * @param behind
     *            how many seconds ago this node last saw everything signed
     */
    record CheckpointsView(List<Line> lines, @Nullable String earlier, boolean newest, long unsigned, long behind,
            @Nullable String trouble) {
        /** After a minute somebody should look. */
        public boolean isLate() {
            return behind > 60;
        }
    }

    /** One checkpoint. */
    record Line(SignedCheckpoints.Signed signed) {
        public String root() {
            return signed.root().base64();
        }

        public String rootShort() {
            return ProofView.shortened(root());
        }

        public String address() {
            return "/audit/checkpoints/" + signed.size() + "/" + signed.keyId();
        }
    }
}
