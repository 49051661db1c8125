package org.isnad.article.web;

import java.util.List;

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

import org.isnad.article.ArticleCard;
import org.isnad.article.ArticleId;
import org.isnad.article.ArticleIntake;
import org.isnad.article.ArticleState;
import org.isnad.article.Articles;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Parameters;

/** The list of articles, their originals, and what happens to a whole article. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class ArticlePages {
    private static final int PAGE = 25;

    private final Articles articles;
    private final ArticleIntake intake;
    private final CurrentActor actor;

    ArticlePages(Articles articles, ArticleIntake intake, CurrentActor actor) {
        this.articles = articles;
        this.intake = intake;
        this.actor = actor;
    }

    /**
     * A piece of the list.
     *
     * @param state
     *            the only state shown; null for all
     * @param mayAdd
     *            whether the person may bring articles in
     */
    record ListView(List<ArticleCard> articles, @Nullable ArticleState state, @Nullable String next, boolean first,
            boolean mayAdd) {
        public List<ArticleState> states() {
            return List.of(ArticleState.values());
        }

        /** Whether there is another piece of the list to go to. */
        public boolean paged() {
            return next != null || !first;
        }
    }

    @CheckedTemplate(basePath = "article")
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(ListView view);
    }

    @GET
    @Path("articles")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    public TemplateInstance list(@RestQuery @Nullable String state, @RestQuery @Nullable String after) {
        ArticleState only = state(state);
        Actor person = actor.get();
        Page<ArticleCard> page = articles.page(only, after, PAGE, person);
        return Templates.list(new ListView(page.items(), only, page.next(), after == null || after.isBlank(),
                person.isAny(Role.REVIEWER, Role.SENIOR_EDITOR)));
    }

    @GET
    @Path("articles/{id}/original")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    public Response original(@RestPath String id) {
        return Originals.download(articles.original(new ArticleId(Parameters.id(id)), actor.get())
                .orElseThrow(() -> new Problem.NotFound("article")));
    }

    @GET
    @Path("articles/{id}/warc")
    @Produces("application/warc")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    public Response warc(@RestPath String id) {
        byte[] warc = articles.warc(new ArticleId(Parameters.id(id)), actor.get())
                .orElseThrow(() -> new Problem.NotFound("capture"));
        return Originals.attachment(warc, "application/warc", id + ".warc.gz");
    }

    @POST
    @Path("articles/{id}/triage/finish")
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    public Response finishTriage(@RestPath String id, @RestForm @Nullable String next) {
        intake.finishTriage(new ArticleId(Parameters.id(id)), actor.get());
        return Response.seeOther(Parameters.next(next, "/articles/" + id)).build();
    }

    @POST
    @Path("articles/{id}/triage/reopen")
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    public Response reopenTriage(@RestPath String id, @RestForm @Nullable String next) {
        intake.reopenTriage(new ArticleId(Parameters.id(id)), actor.get());
        return Response.seeOther(Parameters.next(next, "/articles/" + id)).build();
    }

    /** An unknown state in the address shows all. */
    private static @Nullable ArticleState state(@Nullable String name) {
        for (ArticleState state : ArticleState.values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        return null;
    }
}
