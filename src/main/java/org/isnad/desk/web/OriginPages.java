package org.isnad.desk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.isnad.desk.ArticleOrigin;
import org.isnad.desk.OriginArticle;
import org.isnad.desk.OriginArticles;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.kernel.text.Direction;
import org.isnad.kernel.web.CurrentLanguage;
import org.isnad.publication.FactCheck;
import org.isnad.verdict.Rating;

/** The page of an outlet or author: its articles at the desk, and the verdicts so far on claims in them. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class OriginPages {
    private static final int PAGE = 25;
    private static final int LONGEST_NAME = 300;

    private final OriginArticles origins;
    private final CurrentLanguage language;
    private final CurrentActor actor;

    OriginPages(OriginArticles origins, CurrentLanguage language, CurrentActor actor) {
        this.origins = origins;
        this.language = language;
        this.actor = actor;
    }

    /**
     * A published verdict.
     *
     * @param dir
     *            the wording's own direction
     * @param tone
     *            null where the rating was waived, as is the label
     */
    record Verdict(String slug, String wording, String dir, @Nullable String tone, @Nullable String label) {
        static Verdict of(FactCheck fact, String language) {
            Rating rating = fact.rating();
            return new Verdict(fact.page().slug(), fact.edition().wording(),
                    Direction.of(fact.edition().wording()).html(),
                    rating == null ? null : rating.tone(), rating == null ? null : rating.label(language));
        }
    }

    record OriginView(ArticleOrigin origin, String name, Page<OriginArticle> articles, List<Verdict> verdicts,
            boolean first) {
        /** This page's address. */
        public String here() {
            return (origin == ArticleOrigin.OUTLET ? "/outlets" : "/authors") + "?name="
                    + URLEncoder.encode(name, StandardCharsets.UTF_8);
        }
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance origin(OriginView view);
    }

    @GET
    @Path("outlets")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    public TemplateInstance outlet(@RestQuery @Nullable String name, @RestQuery @Nullable String after) {
        return page(ArticleOrigin.OUTLET, name, after);
    }

    @GET
    @Path("authors")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR})
    public TemplateInstance author(@RestQuery @Nullable String name, @RestQuery @Nullable String after) {
        return page(ArticleOrigin.AUTHOR, name, after);
    }

    private TemplateInstance page(ArticleOrigin origin, @Nullable String name, @Nullable String after) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            throw new Problem.NotFound(origin.name().toLowerCase(java.util.Locale.ROOT));
        }
        Page<OriginArticle> articles = origins.articles(origin, name, after, PAGE, actor.get());
        if (articles.items().isEmpty()) {
            throw new Problem.NotFound(origin.name().toLowerCase(java.util.Locale.ROOT));
        }
        boolean first = after == null || after.isBlank();
        List<Verdict> verdicts = first
                ? origins.verdicts(origin, name).stream().map(fact -> Verdict.of(fact, language.get().tag())).toList()
                : List.of();
        return Templates.origin(new OriginView(origin, articles.items().get(0).name(), articles, verdicts, first));
    }
}
