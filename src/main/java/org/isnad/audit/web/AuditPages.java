package org.isnad.audit.web;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.history.AuditLog;
import org.isnad.audit.history.LogStep;
import org.isnad.audit.log.TransparencyLog;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.CurrentLanguage;
import org.isnad.kernel.web.FormErrors;
import org.isnad.kernel.web.Formats;

/** The whole log, for the auditor: every step of everything, searched by person, action, time and thing. */
@Path("/audit")
@RolesAllowed(Role.Names.AUDITOR)
@Blocking
class AuditPages {
    private static final int PAGE = 50;

    private final AuditLog log;
    private final TransparencyLog signing;
    private final EventViews events;
    private final CurrentActor actor;
    private final CurrentLanguage language;
    private final Formats formats;
    private final Clock clock;

    AuditPages(AuditLog log, TransparencyLog signing, EventViews events, CurrentActor actor, CurrentLanguage language,
            Formats formats, Clock clock) {
        this.log = log;
        this.signing = signing;
        this.events = events;
        this.actor = actor;
        this.language = language;
        this.formats = formats;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "audit")
    static class Templates {
        private Templates() {}

        static native TemplateInstance log(LogView view);
    }

    @GET
    public Response log(@QueryParam("person") @Nullable String person, @QueryParam("action") @Nullable String action,
            @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to,
            @QueryParam("about") @Nullable String about, @QueryParam("refused") @Nullable String refused,
            @QueryParam("after") @Nullable String after) {
        LogSearch search = new LogSearch(person, action, from, to, about, refused);
        // Before anything is read, which is a step too and would wait as well.
        long waiting = log.waiting(clock.instant(), actor.get());
        try {
            Page<LogStep> page = log.steps(search.inDays(formats.zone()), PAGE, after, actor.get());
            return Response.ok(Templates.log(view(search, FormErrors.none(), page, after, waiting))).build();
        } catch (Problem.Invalid problem) {
            FormErrors errors = FormErrors.of(problem);
            if (errors.at("after") != null) {
                // No field of the page, but an address that was tampered with.
                throw problem;
            }
            return Response.status(422)
                    .entity(Templates.log(view(search, errors, new Page<>(List.of(), null), after, waiting)))
                    .build();
        }
    }

    private LogView view(LogSearch search, FormErrors errors, Page<LogStep> page, @Nullable String after,
            long waiting) {
        Actor reader = actor.get();
        List<HistoryView.Event> shown = events.shown(
                page.items().stream().map(step -> new EventViews.Typed(step.subject().type(), step.event())).toList(),
                language.get());
        List<LogView.Line> lines = IntStream.range(0, shown.size())
                .mapToObj(i -> new LogView.Line(page.items().get(i).subject(), shown.get(i))).toList();
        boolean unknown = FilterParameters.isSet(search.action())
                && HistoryAction.of(String.valueOf(search.action())).isEmpty();
        return new LogView(search, errors,
                log.people(Ids.parse(String.valueOf(search.person())).orElse(null), reader),
                Stream.of(HistoryAction.values()).toList(), unknown ? search.action() : null, lines,
                page.next() == null ? null : "/audit?" + search.query() + "after=" + page.next(),
                after == null || after.isBlank(), waiting,
                signing.trouble().orElse(null));
    }
}
