package org.isnad.audit.web;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.history.ClaimHeading;
import org.isnad.audit.history.ClaimHistory;
import org.isnad.audit.proof.ClaimProof;
import org.isnad.audit.proof.VerdictBundle;
import org.isnad.identity.Actor;
import org.isnad.identity.Reading;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.CurrentLanguage;

/** The history of one claim. Whoever may not see it, admins always, is told that there is none: not even that is revealed. */
@Path("/claims/{id}/history")
@RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR, Role.Names.ADMIN})
@Blocking
class HistoryPages {
    private final HistoryViews views;
    private final ClaimHistory history;
    private final ClaimProof proof;
    private final VerdictBundle bundle;
    private final CurrentActor actor;
    private final CurrentLanguage language;

    HistoryPages(HistoryViews views, ClaimHistory history, ClaimProof proof, VerdictBundle bundle, CurrentActor actor,
            CurrentLanguage language) {
        this.views = views;
        this.history = history;
        this.proof = proof;
        this.bundle = bundle;
        this.actor = actor;
        this.language = language;
    }

    @CheckedTemplate(basePath = "audit")
    static class Templates {
        private Templates() {}

        static native TemplateInstance history(HistoryView view);

        static native TemplateInstance bundle(HistoryView view);
    }

    @GET
    public TemplateInstance history(@PathParam("id") String id, @QueryParam("person") @Nullable String person,
            @QueryParam("action") @Nullable String action, @QueryParam("round") @Nullable String round,
            @QueryParam("refused") @Nullable String refused, @QueryParam("reading") List<String> reading,
            @QueryParam("verify") @Nullable String verify, @QueryParam("after") @Nullable String after) {
        return Templates.history(views.of(claim(id), FilterParameters.of(person, action, round, refused, reading),
                FilterParameters.isOn(verify), after, actor.get(), language.get()));
    }

    /** The proof that one step is in the log, for any tool that reads C2SP tlog-proof. */
    @GET
    @Path("{version}/proof")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR, Role.Names.ADMIN})
    @Produces("text/plain;charset=utf-8")
    public Response proof(@PathParam("id") String id, @PathParam("version") String version) {
        ClaimHeading claim = history.heading(claim(id), Reading.HISTORY_READ, actor.get());
        if (!version.matches("[1-9]\\d{0,17}")) {
            throw new Problem.NotFound("proof");
        }
        return Response.ok(proof.proof(claim, Long.parseLong(version)).encoded()).header("Content-Disposition",
                "attachment; filename=\"isnad-" + claim.id() + "-" + version + ".tlog-proof\"").build();
    }

    /** The whole history with its proofs, to take away and check elsewhere. */
    @GET
    @Path("bundle")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR, Role.Names.ADMIN})
    @Produces("application/zip")
    public Response bundle(@PathParam("id") String id) {
        UUID claim = claim(id);
        Actor reader = actor.get();
        bundle.mayBeMade(reader);
        String readable = Templates.bundle(views.whole(claim, reader, language.get())).render();
        return Response.ok(bundle.of(claim, readable, reader))
                .header("Content-Disposition", "attachment; filename=\"isnad-history-" + claim + ".zip\"").build();
    }

    private static UUID claim(String id) {
        return Ids.parse(id).orElseThrow(() -> new Problem.NotFound("claim"));
    }
}
