package org.isnad.desk.web;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleIntake;
import org.isnad.assignment.ClaimAssignment;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimTriage;
import org.isnad.desk.ArticleSuggestions;
import org.isnad.desk.ChosenArticle;
import org.isnad.desk.IncomingArticle;
import org.isnad.desk.Triage;
import org.isnad.desk.TriageClaim;
import org.isnad.identity.PersonId;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Expected;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.FormErrors;
import org.isnad.kernel.web.Formats;

/** Triage: new articles, the claims pinned to them, and what becomes of these. */
@Path("/triage")
@RolesAllowed(Role.Names.SENIOR_EDITOR)
class TriagePages {
    private final Triage triage;
    private final ArticleSuggestions suggestions;
    private final ClaimTriage claims;
    private final ClaimAssignment assignment;
    private final ArticleIntake articles;
    private final UndoReason undoReason;
    private final CurrentActor actor;
    private final Formats formats;
    private final Clock clock;

    TriagePages(Triage triage, ArticleSuggestions suggestions, ClaimTriage claims,
            ClaimAssignment assignment,
            ArticleIntake articles,
            UndoReason undoReason, CurrentActor actor, Formats formats, Clock clock) {
        this.triage = triage;
        this.suggestions = suggestions;
        this.claims = claims;
        this.assignment = assignment;
        this.articles = articles;
        this.undoReason = undoReason;
        this.actor = actor;
        this.formats = formats;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance triage(TriageView view);
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String article, @RestQuery @Nullable String after,
            @RestQuery @Nullable String claims, @RestQuery @Nullable String did, @RestQuery @Nullable Integer n,
            @RestQuery @Nullable Integer failed, @RestQuery @Nullable String undo,
            @RestQuery @Nullable String suggestion, @RestQuery @Nullable String version,
            @RestQuery @Nullable String place) {
        TriageView.Done done = Stream.of(TriageAct.values()).filter(act -> act.name().equals(did)).findFirst()
                .map(act -> new TriageView.Done(act, n == null ? 1 : n, failed == null ? 0 : failed, ids(undo)))
                .orElse(null);
        return page(article, after, claims, TriageForm.empty(), FormErrors.none(), done,
                suggested(suggestion, version, place));
    }

    /** Does one thing to all ticked claims; each is an act of its own, and what fails does not stop the others. */
    @POST
    public Response act(@BeanParam TriageForm form) {
        try {
            return switch (form.chosen()) {
                case ACCEPT -> each(form, id -> claims.accept(id, Expected.any(), actor.get()));
                case DISMISS -> each(form, id -> claims.dismiss(id, Expected.any(), form.reason(), actor.get()));
                case ASSIGN -> assign(form);
                case RESTORE ->
                    each(form, id -> claims.restore(id, Expected.any(), undoReason.text(), actor.get()));
                case FINISH -> {
                    articles.finishTriage(article(form), actor.get());
                    yield done(null, TriageAct.FINISH, 1, 0, List.of(article(form).value()));
                }
                case REOPEN -> {
                    articles.reopenTriage(article(form), actor.get());
                    yield done(form.article(), TriageAct.REOPEN, 1, 0, List.of());
                }
            };
        } catch (Problem.Invalid problem) {
            return Response.status(422)
                    .entity(page(form.article(), null, null, form, FormErrors.of(problem), null, null)).build();
        }
    }

    private Response assign(TriageForm form) {
        PersonId person = Ids.parse(form.assignee() == null ? "" : form.assignee()).map(PersonId::new)
                .orElseThrow(() -> new Problem.Invalid("assignee", "required"));
        Instant due = due(form.due());
        if (!due.isAfter(clock.instant())) {
            // Before anything is accepted on the way to being assigned.
            throw new Problem.Invalid("due", "in-the-past");
        }
        return each(form, id -> {
            acceptFirst(id);
            assignment.assign(id, Expected.any(), person, due, actor.get());
        });
    }

    private void acceptFirst(ClaimId id) {
        try {
            claims.accept(id, Expected.any(), actor.get());
        } catch (Problem.WrongState accepted) {
            // It was accepted before; the assignment itself says whether it is possible.
        }
    }

    private Response each(TriageForm form, Consumer<ClaimId> verb) {
        if (form.claims().isEmpty()) {
            throw new Problem.Invalid("claim", "nothing-ticked");
        }
        List<UUID> changed = new ArrayList<>();
        int failed = 0;
        for (UUID id : form.claims()) {
            try {
                verb.accept(new ClaimId(id));
                changed.add(id);
            } catch (Problem.WrongState | Problem.NotFound gone) {
                failed++;
            }
        }
        List<UUID> undo = form.chosen() == TriageAct.DISMISS ? changed : List.of();
        return done(form.article(), form.chosen(), changed.size(), failed, undo);
    }

    private TemplateInstance page(@Nullable String articleId, @Nullable String after, @Nullable String claimsAfter,
            TriageForm form, FormErrors errors, TriageView.@Nullable Done done,
            TriageView.@Nullable Suggested suggested) {
        Page<IncomingArticle> incoming = triage.incoming(after);
        Optional<UUID> chosen = articleId == null
                ? incoming.items().stream().findFirst().map(IncomingArticle::id)
                : Ids.parse(articleId);
        ChosenArticle article = chosen.flatMap(triage::article).orElse(null);
        if (articleId != null && article == null) {
            throw new Problem.NotFound("article");
        }
        Page<TriageClaim> pinned = article == null
                ? new Page<>(List.of(), null)
                : triage.claims(article.id(), claimsAfter);
        String due = formats.local(
                formats.today().plusDays(1).atTime(LocalTime.NOON).atZone(formats.zone()).toInstant());
        return Templates
                .triage(new TriageView(incoming, after, article, pinned,
                        article == null || claimsAfter != null ? List.of() : suggestions.of(article),
                        article == null || claimsAfter != null ? List.of() : suggestions.dismissed(article),
                        article != null && article.lost(), triage.assignees(clock.instant()), form, due, errors, done,
                        suggested));
    }

    private static TriageView.@Nullable Suggested suggested(@Nullable String act, @Nullable String version,
            @Nullable String place) {
        return act == null
                ? null
                : new TriageView.Suggested(
                        Stream.of(SuggestionAct.values()).filter(each -> each.name().equals(act)).findFirst()
                                .orElse(null),
                        version == null ? "" : version, place == null ? "" : place);
    }

    private Instant due(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            throw new Problem.Invalid("due", "required");
        }
        try {
            return LocalDateTime.parse(typed.strip()).atZone(formats.zone()).toInstant();
        } catch (DateTimeException e) {
            throw new Problem.Invalid("due", "not-a-date");
        }
    }

    private static ArticleId article(TriageForm form) {
        return Ids.parse(form.article() == null ? "" : form.article()).map(ArticleId::new)
                .orElseThrow(() -> new Problem.NotFound("article"));
    }

    private static List<UUID> ids(@Nullable String list) {
        return list == null
                ? List.of()
                : Stream.of(list.split(",")).limit(100).map(Ids::parse).flatMap(Optional::stream).toList();
    }

    private static Response done(@Nullable String article, TriageAct act, int count, int failed, List<UUID> undo) {
        String where = article == null || Ids.parse(article).isEmpty() ? "" : "&article=" + article;
        String back = undo.isEmpty()
                ? ""
                : "&undo=" + undo.stream().map(UUID::toString).collect(Collectors.joining(","));
        return Response.seeOther(URI.create("/triage?did=" + act + "&n=" + count
                + (failed > 0 ? "&failed=" + failed : "") + where + back)).build();
    }
}
