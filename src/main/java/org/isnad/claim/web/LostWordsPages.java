package org.isnad.claim.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleVersionId;
import org.isnad.claim.ClaimId;
import org.isnad.claim.LostWords;
import org.isnad.claim.LostWords.Lost;
import org.isnad.claim.Reanchoring;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Page;
import org.isnad.kernel.web.Parameters;

/** The claims whose words were not found again in a later version of their article. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class LostWordsPages {
    private static final int PAGE = 25;

    private final LostWords lost;
    private final Reanchoring reanchoring;
    private final CurrentActor actor;

    LostWordsPages(LostWords lost, Reanchoring reanchoring, CurrentActor actor) {
        this.lost = lost;
        this.reanchoring = reanchoring;
        this.actor = actor;
    }

    record LostView(Page<Lost> page, boolean first) {}

    @CheckedTemplate(basePath = "claim")
    static class Templates {
        private Templates() {}

        static native TemplateInstance lost(LostView view);
    }

    @GET
    @Path("lost-words")
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    public TemplateInstance list(@RestQuery @Nullable String after) {
        return Templates.lost(new LostView(lost.page(after, PAGE), after == null || after.isBlank()));
    }

    /** A person looked: the version does not say it any more. */
    @POST
    @Path("claims/{id}/lost/{version}/gone")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public Response gone(@RestPath String id, @RestPath String version, @RestForm @Nullable String next) {
        reanchoring.gone(new ClaimId(Parameters.id(id)), new ArticleVersionId(Parameters.id(version)), actor.get());
        return Response.seeOther(Parameters.next(next, "/claims/" + id)).build();
    }
}
