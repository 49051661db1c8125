package org.isnad.desk.web;

import java.net.URI;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleVersionId;
import org.isnad.article.Span;
import org.isnad.article.SuggestionTriage;
import org.isnad.desk.SuggestionAcceptance;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Parameters;

/** What an editor decides in triage about a suggested claim. */
@Path("/triage/suggestions")
@RolesAllowed(Role.Names.SENIOR_EDITOR)
class SuggestionPages {
    private static final Pattern PLACE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

    private final SuggestionAcceptance acceptance;
    private final SuggestionTriage dismissals;
    private final CurrentActor actor;

    SuggestionPages(SuggestionAcceptance acceptance, SuggestionTriage dismissals, CurrentActor actor) {
        this.acceptance = acceptance;
        this.dismissals = dismissals;
        this.actor = actor;
    }

    @POST
    public Response decide(@RestForm @Nullable String act, @RestForm @Nullable String article,
            @RestForm @Nullable String version, @RestForm @Nullable String place) {
        UUID of = Parameters.id(article == null ? "" : article);
        ArticleVersionId where = new ArticleVersionId(Parameters.id(version == null ? "" : version));
        Span span = span(place);
        SuggestionAct chosen = chosen(act);
        boolean done = switch (chosen) {
            case ACCEPT -> acceptance.accept(new ArticleId(of), where, span, actor.get());
            case DISMISS -> {
                dismissals.dismiss(where, span, actor.get());
                yield true;
            }
            case RESTORE -> {
                dismissals.restore(where, span, actor.get());
                yield true;
            }
        };
        String undo = chosen == SuggestionAct.DISMISS ? "&version=" + where.value() + "&place=" + place : "";
        return Response.seeOther(
                URI.create("/triage?article=" + of + "&suggestion=" + (done ? chosen : "GONE") + undo)).build();
    }

    private static Span span(@Nullable String place) {
        Matcher numbers = PLACE.matcher(place == null ? "" : place);
        if (!numbers.matches()) {
            throw new Problem.Invalid("passage", "outside-the-text");
        }
        int start = Integer.parseInt(numbers.group(1));
        int end = Integer.parseInt(numbers.group(2));
        if (end <= start) {
            throw new Problem.Invalid("passage", "no-words");
        }
        return new Span(start, end);
    }

    private static SuggestionAct chosen(@Nullable String act) {
        return Stream.of(SuggestionAct.values()).filter(each -> each.name().equals(act)).findFirst()
                .orElseThrow(() -> new Problem.Invalid("act", "required"));
    }
}
