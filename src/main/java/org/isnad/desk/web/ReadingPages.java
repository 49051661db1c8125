package org.isnad.desk.web;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleDetails;
import org.isnad.article.ArticleId;
import org.isnad.article.ArticleState;
import org.isnad.article.Articles;
import org.isnad.article.capture.CaptureCard;
import org.isnad.article.capture.Captures;
import org.isnad.claim.ClaimMarks;
import org.isnad.claim.ClaimMarks.ClaimMark;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Parameters;

/** An article to read: its frozen text, where it comes from, and the claims made in it. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class ReadingPages {
    private final Articles articles;
    private final Captures captures;
    private final ClaimMarks marks;
    private final CurrentActor actor;

    ReadingPages(Articles articles, Captures captures, ClaimMarks marks, CurrentActor actor) {
        this.articles = articles;
        this.captures = captures;
        this.marks = marks;
        this.actor = actor;
    }

    /**
     * The page.
     *
     * @param capture
     *            how the desk itself got it; null when somebody brought it
     * @param claims
     *            made in it, in reading order, and then those that only an earlier version makes, as far as the person may see them
     * @param known
     *            whether the person just tried to save it a second time
     * @param newVersion
     *            whether the person just added a later version
     * @param seenAlso
     *            addresses of nearly the same text
     */
    record ReadingView(ArticleDetails article, @Nullable CaptureCard capture, List<ClaimMark> claims, boolean mayMark,
            boolean mayTriage,
            boolean known, boolean newVersion, List<String> seenAlso) {
        public List<String> paragraphs() {
            return article.text().lines().filter(line -> !line.isBlank()).toList();
        }

        public boolean incoming() {
            return article.state() == ArticleState.INCOMING;
        }
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance reading(ReadingView view);
    }

    @GET
    @Path("articles/{id}")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    public TemplateInstance read(@RestPath String id, @RestQuery boolean known, @RestQuery boolean changed) {
        Actor person = actor.get();
        ArticleDetails article = articles.details(new ArticleId(Parameters.id(id)), person)
                .orElseThrow(() -> new Problem.NotFound("article"));
        return Templates.reading(new ReadingView(article, captures.latest(article.versionId()).orElse(null),
                marks.inArticle(article.capture(), person),
                person.isAny(Role.REVIEWER, Role.SENIOR_EDITOR), person.is(Role.SENIOR_EDITOR), known, changed,
                articles.seenAlsoAt(new ArticleId(article.id()))));
    }
}
