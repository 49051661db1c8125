package org.isnad.audit.web;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.check.LogChecks;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Parameters;

/** Comparing state, history and log: what was found before, beginning now, and watching how far it is. */
@Path("/audit/checks")
@RolesAllowed(Role.Names.AUDITOR)
@Blocking
class CheckPages {
    private static final int PAGE = 30;

    private final LogChecks checks;
    private final CurrentActor actor;

    CheckPages(LogChecks checks, CurrentActor actor) {
        this.checks = checks;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "audit")
    static class Templates {
        private Templates() {}

        static native TemplateInstance checks(ChecksView view);

        static native TemplateInstance check(LogChecks.Check check);
    }

    @GET
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        boolean newest = after == null || after.isBlank();
        Page<LogChecks.Check> page = checks.newest(PAGE, after, actor.get());
        return Templates.checks(new ChecksView(newest ? latest(page.items()) : null, page.items(),
                page.next() == null ? null : "/audit/checks?after=" + page.next(), newest));
    }

    @GET
    @Path("{check}")
    public TemplateInstance read(@PathParam("check") String id) {
        return Templates.check(checks.find(Parameters.id(id), actor.get()));
    }

    /** Begins a comparison; where one is under way already, that one is shown. */
    @POST
    public Response start() {
        try {
            checks.start(actor.get());
        } catch (Problem.Conflict running) {
            // The page shows it at work, which is what was wanted.
            return back();
        }
        return back();
    }

    @POST
    @Path("{check}/stop")
    public Response stop(@PathParam("check") String id) {
        checks.stop(Parameters.id(id), actor.get());
        return back();
    }

    /** The one that is under way, else the newest: the clocks of two nodes, from which ids are made, may differ. */
    private static LogChecks.@Nullable Check latest(List<LogChecks.Check> newestFirst) {
        return newestFirst.stream().filter(LogChecks.Check::isRunning).findFirst()
                .or(() -> newestFirst.stream().findFirst()).orElse(null);
    }

    private static Response back() {
        return Response.seeOther(URI.create("/audit/checks")).build();
    }

    /**
     * The page.
     *
     * @param latest
     *            the latest comparison, to be shown large; null on later pages and before the first
     * @param earlier
     *            the address of the list's continuation; null at its end
     */
    record ChecksView(LogChecks.@Nullable Check latest, List<LogChecks.Check> checks, @Nullable String earlier,
            boolean newest) {
        public boolean isRunning() {
            return latest != null && latest.isRunning();
        }
    }
}
