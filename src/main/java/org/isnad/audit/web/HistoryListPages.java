package org.isnad.audit.web;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.ClaimHistories;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;

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
    private final CurrentActor actor;

    HistoryListPages(ClaimHistories histories, CurrentActor actor) {
        this.histories = histories;
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
        Page<ClaimHistories.Card> page = histories.newest(chosen, PAGE, after, actor.get());
        String next = page.next() == null
                ? null
                : "/history?after=" + page.next() + (chosen == null ? "" : "&state=" + chosen);
        return Templates.list(new ListView(page.items().stream().map(Line::new).toList(),
                STATES.stream().map(one -> new Choice(one, one.equals(chosen))).toList(), next));
    }

    /** The page; {@code earlier} is the address of its continuation, null at the end. */
    record ListView(List<Line> lines, List<Choice> states, @Nullable String earlier) {}

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
