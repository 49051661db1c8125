package org.isnad.desk.web;

import java.net.URI;
import java.time.Clock;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.isnad.assignment.ClaimAssignment;
import org.isnad.claim.ClaimId;
import org.isnad.claim.Priority;
import org.isnad.desk.Queue;
import org.isnad.desk.QueueFilter;
import org.isnad.desk.QueueList;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Formats;

/** My queue: what is mine by due time, what came back and why, and taking the next one. */
@Path("/")
@RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
class QueuePages {
    private final Queue queue;
    private final ClaimAssignment assignment;
    private final CurrentActor actor;
    private final Formats formats;
    private final Clock clock;

    QueuePages(Queue queue, ClaimAssignment assignment, CurrentActor actor, Formats formats, Clock clock) {
        this.queue = queue;
        this.assignment = assignment;
        this.actor = actor;
        this.formats = formats;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance queue(QueueView view);
    }

    @GET
    @Path("queue")
    public TemplateInstance show(@RestQuery("list") @Nullable String list, @RestQuery @Nullable String text,
            @RestQuery @Nullable String language, @RestQuery @Nullable String priority,
            @RestQuery @Nullable String after, @RestQuery @Nullable String none,
            @RestQuery @Nullable String gone) {
        QueueList chosen = QueueList.of(list);
        QueueFilter filter = new QueueFilter(text, language, named(Priority.values(), priority));
        return Templates.queue(QueueView.of(chosen, queue.counts(actor.get().person(), clock.instant()), filter,
                queue.page(chosen, filter, actor.get().person(), after), Queue.lastTime(after), formats,
                none != null ? QueueNotice.NOTHING : gone != null ? QueueNotice.GONE : null));
    }

    /** Takes one claim that waits, and goes to it. */
    @POST
    @Path("queue/take")
    public Response take(@RestForm @Nullable String claim) {
        ClaimId id = Ids.parse(claim == null ? "" : claim).map(ClaimId::new)
                .orElseThrow(() -> new Problem.NotFound("claim"));
        try {
            assignment.take(id, actor.get());
            return work(id);
        } catch (Problem.WrongState | Problem.NotFound taken) {
            return Response.seeOther(URI.create("/queue?list=open&gone=1")).build();
        }
    }

    private static Response work(ClaimId claim) {
        return Response.seeOther(URI.create("/claims/" + claim)).build();
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, @Nullable String name) {
        return Stream.of(values).filter(value -> value.name().equals(name)).findFirst().orElse(null);
    }
}
