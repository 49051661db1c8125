package org.isnad.audit.web;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.VerdictBundle;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.CurrentLanguage;

/** The history of one claim. Whoever may not see it, admins always, is told that there is none: not even that is revealed. */
@Path("/claims/{id}/history")
@RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR, Role.Names.ADMIN})
@Blocking
class HistoryPages {
    private final HistoryViews views;
    private final VerdictBundle bundle;
    private final CurrentActor actor;
    private final CurrentLanguage language;

    HistoryPages(HistoryViews views, VerdictBundle bundle, CurrentActor actor, CurrentLanguage language) {
        this.views = views;
        this.bundle = bundle;
        this.actor = actor;
        this.language = language;
    }

    @CheckedTemplate(basePath = "audit")
    static class Templates {
        private Templates() {}

        static native TemplateInstance history(HistoryView view);

        static native TemplateInstance bundle(HistoryView view);
    }

    @GET
    public TemplateInstance history(@PathParam("id") String id, @QueryParam("person") @Nullable String person,
            @QueryParam("action") @Nullable String action, @QueryParam("round") @Nullable String round,
            @QueryParam("after") @Nullable String after) {
        return Templates.history(views.of(Ids.parse(id).orElseThrow(() -> new Problem.NotFound("claim")),
                FilterParameters.of(person, action, round), after, actor.get(), language.get()));
    }

    /** The whole history with its proofs, to take away and check elsewhere. */
    @GET
    @Path("bundle")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR, Role.Names.ADMIN})
    @Produces("application/zip")
    public Response bundle(@PathParam("id") String id) {
        UUID claim = Ids.parse(id).orElseThrow(() -> new Problem.NotFound("claim"));
        Actor reader = actor.get();
        bundle.mayBeWritten(reader);
        String readable = Templates.bundle(views.whole(claim, reader, language.get())).render();
        StreamingOutput zip = out -> bundle.write(claim, readable, reader, out);
        return Response.ok(zip)
                .header("Content-Disposition", "attachment; filename=\"isnad-history-" + claim + ".zip\"").build();
    }
}
