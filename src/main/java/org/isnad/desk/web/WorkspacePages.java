package org.isnad.desk.web;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimId;
import org.isnad.desk.Workspace;
import org.isnad.desk.Workspaces;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.web.CurrentLanguage;
import org.isnad.kernel.web.Parameters;
import org.isnad.verdict.RatingScales;
import org.isnad.verdict.web.RatingChoice;

/** A claim beside the article it is made in, with its evidence and its verdict: to work on, or to read. */
@Path("/")
class WorkspacePages {
    private final Workspaces workspaces;
    private final CurrentActor actor;
    private final CurrentLanguage language;
    private final RatingScales scales;

    WorkspacePages(Workspaces workspaces, RatingScales scales, CurrentActor actor, CurrentLanguage language) {
        this.workspaces = workspaces;
        this.scales = scales;
        this.actor = actor;
        this.language = language;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance workspace(WorkspaceView view);
    }

    /**
     * The workspace.
     *
     * @param article
     *            the version of the article to show, where the claim is made in several
     * @param removed
     *            evidence that was removed just now, to be put back with one click
     */
    @GET
    @Path("claims/{id}")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    public TemplateInstance workspace(@RestPath String id, @RestQuery @Nullable String article,
            @RestQuery @Nullable String removed, @RestQuery @Nullable String moved, @RestQuery @Nullable String saved,
            @RestQuery @Nullable String submitted) {
        Actor person = actor.get();
        UUID version = article == null ? null : Parameters.id(article);
        Workspace work = workspaces.of(new ClaimId(Parameters.id(id)), version, idOrNull(removed), person);
        WorkspaceNote note = saved != null ? WorkspaceNote.SAVED : submitted != null ? WorkspaceNote.SUBMITTED : null;
        return Templates.workspace(WorkspaceView.of(work, person, scale(), note, idOrNull(moved)));
    }

    private RatingChoice.Scale scale() {
        return RatingChoice.Scale.of(scales.current(), language.get().tag());
    }

    private static @Nullable UUID idOrNull(@Nullable String text) {
        return text == null ? null : Ids.parse(text).orElse(null);
    }
}
