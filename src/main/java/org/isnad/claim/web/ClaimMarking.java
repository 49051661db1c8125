package org.isnad.claim.web;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleVersion;
import org.isnad.article.ArticleVersionId;
import org.isnad.article.Articles;
import org.isnad.article.Passage;
import org.isnad.article.Sentences;
import org.isnad.article.Span;
import org.isnad.claim.ClaimAccess;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimMarks;
import org.isnad.claim.ClaimSearch;
import org.isnad.claim.ClaimTriage;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.FormErrors;
import org.isnad.kernel.web.Parameters;

/** Pins claims to the exact words of an article: by selecting them in the text, or by choosing sentences. */
@Path("/")
class ClaimMarking {
    private final Articles articles;
    private final ClaimTriage triage;
    private final ClaimMarks marks;
    private final ClaimSearch search;
    private final ClaimAccess access;
    private final CurrentActor actor;

    ClaimMarking(Articles articles, ClaimTriage triage, ClaimMarks marks, ClaimSearch search, ClaimAccess access,
            CurrentActor actor) {
        this.articles = articles;
        this.triage = triage;
        this.marks = marks;
        this.search = search;
        this.access = access;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "claim")
    static class Templates {
        private Templates() {}

        static native TemplateInstance marking(MarkingView view);
    }

    /**
     * What the page's address carries beside the article.
     *
     * @param first
     *            first chosen sentence, from 0
     * @param last
     *            last chosen sentence
     * @param start
     *            first code point of the marked words; counts when no sentence was chosen
     * @param q
     *            words to find a claim by that is made here too
     * @param claimant
     *            who says it, as it was suggested
     * @param marked
     *            set after a claim was stored
     * @param claim
     *            the claim whose words are to be marked here; no other is offered then
     */
    record Choice(@RestQuery @Nullable String version, @RestQuery @Nullable String first,
            @RestQuery @Nullable String last, @RestQuery @Nullable String start, @RestQuery @Nullable String end,
            @RestQuery @Nullable String q, @RestQuery @Nullable String after, @RestQuery @Nullable String next,
            @RestQuery @Nullable String marked, @RestQuery @Nullable String claimant,
            @RestQuery @Nullable String claim) {

        @Nullable
        Passage in(ArticleVersion version) {
            if (first != null && !first.isBlank()) {
                List<Span> sentences = Sentences.of(version.text(), version.language());
                Span from = at(sentences, MarkForm.position(first));
                Span to = last == null || last.isBlank() ? from : at(sentences, MarkForm.position(last));
                return Passage.of(version.text(), Math.min(from.start(), to.start()), Math.max(from.end(), to.end()));
            }
            return start == null || start.isBlank()
                    ? null
                    : Passage.of(version.text(), MarkForm.position(start), MarkForm.position(end));
        }

        private static Span at(List<Span> sentences, int number) {
            if (number < 0 || number >= sentences.size()) {
                throw new Problem.Invalid("passage", "outside-the-text");
            }
            return sentences.get(number);
        }
    }

    @GET
    @Path("articles/{id}/claims/new")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public Response marking(@RestPath String id, @BeanParam Choice choice) {
        ArticleVersion version = version(id, choice.version());
        try {
            Passage chosen = choice.in(version);
            WordingForm form = WordingForm.proposed(chosen == null ? "" : chosen.exact(), choice.claimant());
            return Response.ok(page(version, chosen, form, FormErrors.none(), choice)).build();
        } catch (Problem.Invalid problem) {
            return unprocessable(
                    page(version, null, WordingForm.proposed("", null), FormErrors.of(problem), choice));
        }
    }

    @POST
    @Path("articles/{id}/claims")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public Response propose(@RestPath String id, @BeanParam MarkForm mark, @BeanParam WordingForm form) {
        ArticleVersion version = version(id, mark.articleVersion());
        Passage chosen = null;
        try {
            chosen = mark.in(version);
            triage.propose(version.id(), chosen.start(), chosen.end(), form.wording(), actor.get());
        } catch (Problem.Invalid problem) {
            return unprocessable(page(version, chosen, form, FormErrors.of(problem), new Choice(mark.articleVersion(),
                    null, null, mark.start(), mark.end(), null, null, mark.next(), null, null, null)));
        }
        return done(version, mark.next());
    }

    @POST
    @Path("claims/{id}/appearances")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public Response addAppearance(@RestPath String id, @BeanParam MarkForm mark) {
        ArticleVersion version = articles
                .version(new ArticleVersionId(
                        Parameters.id(mark.articleVersion() == null ? "" : mark.articleVersion())))
                .orElseThrow(() -> new Problem.NotFound("article"));
        try {
            Passage chosen = mark.in(version);
            triage.addAppearance(new ClaimId(Parameters.id(id)), version.id(), chosen.start(), chosen.end(),
                    actor.get());
        } catch (Problem.Invalid problem) {
            return unprocessable(page(version, null, WordingForm.proposed("", null), FormErrors.of(problem),
                    new Choice(mark.articleVersion(), null, null, null, null, null, null, mark.next(), null, null,
                            id)));
        }
        return done(version, mark.next());
    }

    private static Response done(ArticleVersion version, @Nullable String next) {
        return Response.seeOther(Parameters.next(next,
                "/articles/" + version.articleId() + "/claims/new?version=" + version.id() + "&marked=1")).build();
    }

    private ArticleVersion version(String article, @Nullable String version) {
        UUID id = Parameters.id(article);
        ArticleVersionId wanted = version == null || version.isBlank()
                ? articles.find(new ArticleId(id)).orElseThrow(() -> new Problem.NotFound("article")).latestVersion()
                : new ArticleVersionId(Parameters.id(version));
        return articles.version(wanted).filter(found -> found.articleId().value().equals(id))
                .orElseThrow(() -> new Problem.NotFound("article"));
    }

    private TemplateInstance page(ArticleVersion version, @Nullable Passage chosen, WordingForm form,
            FormErrors errors, Choice choice) {
        List<MarkedText.Mark> known = marks.in(version.id(), actor.get()).stream()
                .map(mark -> new MarkedText.Mark(mark.start(), mark.end(), false, mark.wording(), mark.language(),
                        "/claims/" + mark.claim()))
                .toList();
        String words = choice.q() == null ? "" : choice.q();
        Page<ClaimSearch.Found> same = words.isBlank()
                ? null
                : search.withWords(words, choice.after(), actor.get());
        return Templates.marking(new MarkingView(MarkingView.ArticleHead.of(version),
                MarkedText.of(version.text(), known), MarkingView.sentences(version, chosen), chosen, form, errors,
                words, same, choice.next(), choice.marked() != null, again(choice.claim())));
    }

    private MarkingView.@Nullable Again again(@Nullable String claim) {
        return claim == null || claim.isBlank()
                ? null
                : MarkingView.Again.of(access.readable(actor.get(), new ClaimId(Parameters.id(claim))));
    }

    private static Response unprocessable(TemplateInstance page) {
        return Response.status(422).entity(page).build();
    }
}
