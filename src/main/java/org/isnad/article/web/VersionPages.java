package org.isnad.article.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleVersions;
import org.isnad.article.VersionChange;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Parameters;

/** An article's versions, and what changed with each. */
@Path("/articles/{id}/versions")
@Produces(MediaType.TEXT_HTML)
class VersionPages {
    private final ArticleVersions versions;
    private final CurrentActor actor;

    VersionPages(ArticleVersions versions, CurrentActor actor) {
        this.versions = versions;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "article")
    static class Templates {
        private Templates() {}

        static native TemplateInstance version(VersionChange view);
    }

    @GET
    @Path("{number}")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    public TemplateInstance version(@RestPath String id, @RestPath int number) {
        return Templates.version(versions.change(new ArticleId(Parameters.id(id)), number, actor.get())
                .orElseThrow(() -> new Problem.NotFound("version")));
    }

    @GET
    @Path("{number}/original")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    public Response original(@RestPath String id, @RestPath int number) {
        return Originals.download(versions.original(new ArticleId(Parameters.id(id)), number, actor.get())
                .orElseThrow(() -> new Problem.NotFound("version")));
    }

    @GET
    @Path("{number}/captures/{capture}/warc")
    @Produces("application/warc")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    public Response warc(@RestPath String id, @RestPath int number, @RestPath String capture) {
        return Originals.attachment(
                versions.warc(new ArticleId(Parameters.id(id)), number, Parameters.id(capture), actor.get())
                        .orElseThrow(() -> new Problem.NotFound("capture")),
                "application/warc", capture + ".warc.gz");
    }
}
