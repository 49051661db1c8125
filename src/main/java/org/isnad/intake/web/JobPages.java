package org.isnad.intake.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.intake.IntakeItem;
import org.isnad.intake.IntakeJob;
import org.isnad.intake.IntakeJobs;
import org.isnad.intake.IntakeReports;
import org.isnad.intake.IntakeState;
import org.isnad.intake.ItemState;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.Parameters;

/** The lists: how far each is, what became of every row, and what can be done about it. */
@Path("/intake")
@RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
@Produces(MediaType.TEXT_HTML)
@Blocking
class JobPages {
    private static final int PAGE = 25;
    private static final int ROWS = 50;

    private final IntakeJobs jobs;
    private final IntakeReports reports;
    private final ReportTable table;
    private final CurrentActor actor;

    JobPages(IntakeJobs jobs, IntakeReports reports, ReportTable table, CurrentActor actor) {
        this.jobs = jobs;
        this.reports = reports;
        this.table = table;
        this.actor = actor;
    }

    /** @param next cursor of the list's continuation; null at its end */
    record ListView(List<IntakeJob> jobs, @Nullable String next, boolean first) {
        public boolean paged() {
            return next != null || !first;
        }
    }

    /**
     * One list with a piece of its report.
     *
     * @param only
     *            the only state shown; null for all
     * @param next
     *            cursor of the report's continuation; null at its end
     * @param after
     *            cursor of the piece that is shown; null at its beginning
     */
    record JobView(IntakeJob job, List<IntakeItem> items, @Nullable ItemState only, @Nullable String next,
            @Nullable String after) {
        public boolean first() {
            return after == null;
        }

        /** The states that some row is in. */
        public List<ItemState> states() {
            return Stream.of(ItemState.values()).filter(state -> job.counts().of(state) > 0 || state == only).toList();
        }

        public boolean paged() {
            return next != null || !first();
        }

        /** Whether the page looks again by itself: only where nobody is leafing through the report. */
        public boolean live() {
            return job.isMoving() && first();
        }

        public boolean mayCancel() {
            return job.state() == IntakeState.RUNNING;
        }

        public boolean mayResume() {
            return job.counts().cancelled() > 0 && !job.isDraft() && job.state() != IntakeState.RUNNING;
        }

        public boolean mayRetry() {
            return job.counts().retriable() > 0 && !job.isDraft();
        }

        /** This page, without what of the report it shows. */
        public String address() {
            return "/intake/" + job.id() + JobPages.shown(only, null);
        }

        /** What of the report this page shows, for its address. */
        public String shown() {
            return JobPages.shown(only, after);
        }
    }

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(ListView view);

        static native TemplateInstance job(JobView view);
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable String after) {
        Page<IntakeJob> page = reports.page(after, PAGE, actor.get());
        return Templates.list(new ListView(page.items(), page.next(), after == null || after.isBlank()));
    }

    @GET
    @Path("{id}")
    public TemplateInstance read(@RestPath String id, @RestQuery @Nullable String state,
            @RestQuery @Nullable String after) {
        ItemState only = state(state);
        Actor reader = actor.get();
        IntakeJob job = reports.find(Parameters.id(id), reader);
        Page<IntakeItem> page = reports.items(job, only, after, ROWS, reader);
        return Templates.job(
                new JobView(job, page.items(), only, page.next(), after == null || after.isBlank() ? null : after));
    }

    /** The whole report as a table to take away. */
    @GET
    @Path("{id}/report")
    @Produces("text/csv")
    public Response report(@RestPath String id) {
        Actor reader = actor.get();
        IntakeJob job = reports.find(Parameters.id(id), reader);
        return Response.ok(table.of(job, reader).getBytes(StandardCharsets.UTF_8), "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"isnad-import-" + job.id() + ".csv\"")
                .build();
    }

    @POST
    @Path("{id}/start")
    public Response start(@RestPath String id) {
        return after(id, jobs::start);
    }

    @POST
    @Path("{id}/discard")
    public Response discard(@RestPath String id) {
        jobs.discard(Parameters.id(id), actor.get());
        return Response.seeOther(URI.create("/intake")).build();
    }

    @POST
    @Path("{id}/cancel")
    public Response cancel(@RestPath String id) {
        return after(id, jobs::cancel);
    }

    @POST
    @Path("{id}/resume")
    public Response resume(@RestPath String id) {
        return after(id, jobs::resume);
    }

    @POST
    @Path("{id}/retry")
    public Response retry(@RestPath String id) {
        return after(id, jobs::retry);
    }

    /** What was captured for a row is not wanted. */
    @POST
    @Path("{id}/rows/{position}/dismiss")
    public Response dismiss(@RestPath String id, @RestPath String position, @RestQuery @Nullable String state,
            @RestQuery @Nullable String after) {
        int row = position(position);
        return after(id, shown(state(state), after), (job, by) -> jobs.dismiss(job, row, by));
    }

    @POST
    @Path("{id}/rows/{position}/restore")
    public Response restore(@RestPath String id, @RestPath String position, @RestQuery @Nullable String state,
            @RestQuery @Nullable String after) {
        int row = position(position);
        return after(id, shown(state(state), after), (job, by) -> jobs.restore(job, row, by));
    }

    private static int position(String text) {
        if (!text.matches("\\d{1,6}")) {
            throw new Problem.NotFound("row");
        }
        return Integer.parseInt(text);
    }

    /** Does it, and shows the list as it stands then. */
    private Response after(String id, BiConsumer<UUID, Actor> verb) {
        return after(id, "", verb);
    }

    /** @param shown what of the list's report was shown and is shown again */
    private Response after(String id, String shown, BiConsumer<UUID, Actor> verb) {
        UUID job = Parameters.id(id);
        verb.accept(job, actor.get());
        return Response.seeOther(URI.create("/intake/" + job + shown)).build();
    }

    private static String shown(@Nullable ItemState only, @Nullable String after) {
        String state = only == null ? "" : "state=" + only.name();
        String piece = after == null || after.isBlank()
                ? ""
                : "after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        return (state + piece).isEmpty() ? "" : "?" + state + (state.isEmpty() || piece.isEmpty() ? "" : "&") + piece;
    }

    /** An unknown state in the address shows all. */
    private static @Nullable ItemState state(@Nullable String name) {
        return Stream.of(ItemState.values()).filter(state -> state.name().equals(name)).findFirst().orElse(null);
    }
}
