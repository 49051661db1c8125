package org.isnad.audit.web;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.history.ClaimHistories;
import org.isnad.audit.proof.LogExport;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.SignedNote;

/** Where an auditor's day starts: the claims, each with the last step of its history. */
@Path("/history")
@RolesAllowed({Role.Names.AUDITOR, Role.Names.SENIOR_EDITOR})
@Blocking
class HistoryListPages {
    private static final int PAGE = 50;
    /** As the claims feature calls them, which this package does not know. */
    static final List<String> STATES = List.of("PROPOSED", "QUEUED", "ASSIGNED", "SUBMITTED", "APPROVED", "PUBLISHED",
            "RETRACTED", "DISMISSED");

    private final ClaimHistories histories;
    private final LogExport export;
    private final CurrentActor actor;

    HistoryListPages(ClaimHistories histories, LogExport export, CurrentActor actor) {
        this.histories = histories;
        this.export = export;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "audit")
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(ListView view);
    }

    @GET
    public TemplateInstance list(@QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after) {
        String chosen = state == null || state.isEmpty() ? null : state;
        if (chosen != null && !STATES.contains(chosen)) {
            throw new Problem.Invalid("state", "invalid");
        }
        Actor reader = actor.get();
        Page<ClaimHistories.Card> page = histories.newest(chosen, PAGE, after, reader);
        String next = page.next() == null
                ? null
                : "/history?after=" + page.next() + (chosen == null ? "" : "&state=" + chosen);
        return Templates.list(new ListView(page.items().stream().map(Line::new).toList(),
                STATES.stream().map(one -> new Choice(one, one.equals(chosen))).toList(), next,
                reader.is(Role.AUDITOR)));
    }

    /** The whole log with all its content, to take away and check elsewhere. */
    @GET
    @Path("export")
    @RolesAllowed(Role.Names.AUDITOR)
    @Produces("application/zip")
    public Response export() throws IOException {
        SignedNote note = export.mayBeWritten(actor.get());
        java.nio.file.Path file = export.zipped(note);
        StreamingOutput zip = out -> {
            try {
                Files.copy(file, out);
            } finally {
                Files.deleteIfExists(file);
            }
        };
        return Response.ok(zip).header("Content-Disposition", "attachment; filename=\"isnad-log-"
                + Checkpoint.parse(note.text()).size() + ".zip\"").build();
    }

    /** The page; {@code earlier} is the address of its continuation, null at the end. */
    record ListView(List<Line> lines, List<Choice> states, @Nullable String earlier, boolean exportable) {}

    /** A state to choose. */
    record Choice(String state, boolean chosen) {
        public String key() {
            return "state_" + state;
        }
    }

    /** One claim; its last action is null where only a later version of the desk knows it. */
    record Line(ClaimHistories.Card claim) {
        public String key() {
            return "state_" + claim.state();
        }

        public @Nullable HistoryAction action() {
            return HistoryAction.of(claim.action()).orElse(null);
        }

        public String address() {
            return HistoryView.address(claim.id());
        }
    }
}
