package org.isnad.audit.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jspecify.annotations.Nullable;

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
    private final CurrentActor actor;
    private final CurrentLanguage language;

    HistoryPages(HistoryViews views, CurrentActor actor, CurrentLanguage language) {
        this.views = views;
        this.actor = actor;
        this.language = language;
    }

    @CheckedTemplate(basePath = "audit")
    static class Templates {
        private Templates() {}

        static native TemplateInstance history(HistoryView view);
    }

    @GET
    public TemplateInstance history(@PathParam("id") String id, @QueryParam("person") @Nullable String person,
            @QueryParam("action") @Nullable String action, @QueryParam("round") @Nullable String round,
            @QueryParam("after") @Nullable String after) {
        return Templates.history(views.of(Ids.parse(id).orElseThrow(() -> new Problem.NotFound("claim")),
                FilterParameters.of(person, action, round), after, actor.get(), language.get()));
    }
}
