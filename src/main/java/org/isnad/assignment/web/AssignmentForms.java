package org.isnad.assignment.web;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.isnad.assignment.ClaimAssignment;
import org.isnad.claim.Claim;
import org.isnad.claim.ClaimAccess;
import org.isnad.claim.ClaimId;
import org.isnad.identity.People;
import org.isnad.identity.PersonId;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.FormErrors;
import org.isnad.kernel.web.Formats;
import org.isnad.kernel.web.Parameters;
import org.isnad.kernel.web.ReasonForm;
import org.isnad.kernel.web.ReasonView;

/** What forms do to assignments. */
@Path("/")
class AssignmentForms {
    private final ClaimAssignment assignment;
    private final ClaimAccess access;
    private final People people;
    private final Formats formats;
    private final CurrentActor actor;

    AssignmentForms(ClaimAssignment assignment, ClaimAccess access, People people, Formats formats,
            CurrentActor actor) {
        this.assignment = assignment;
        this.access = access;
        this.people = people;
        this.formats = formats;
        this.actor = actor;
    }

    /**
     * Who should check a claim, until when, as typed.
     *
     * @param due
     *            local date and time in the person's zone
     */
    record AssignForm(@RestForm @Nullable String version, @RestForm @Nullable String assignee,
            @RestForm @Nullable String due, @RestForm @Nullable String next) {}

    /** Somebody who can be chosen. */
    record Candidate(String id, String name, boolean chosen) {}

    /** The claim a page is about. */
    record ClaimLine(String id, String wording, String language) {
        static ClaimLine of(Claim claim) {
            return new ClaimLine(claim.id().toString(), claim.wording(), claim.language());
        }
    }

    record AssignPage(ClaimLine claim, AssignForm form, List<Candidate> candidates, String zone, String back,
            FormErrors errors) {}

    record ReleasePage(ClaimLine claim, ReasonView form, String back) {}

    @CheckedTemplate(basePath = "assignment")
    static class Templates {
        private Templates() {}

        static native TemplateInstance assign(AssignPage view);

        static native TemplateInstance release(ReleasePage view);
    }

    @GET
    @Path("claims/{id}/assign")
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    public TemplateInstance askToAssign(@RestPath String id, @RestQuery @Nullable String next) {
        return assignPage(claim(id), new AssignForm(null, null, null, next), FormErrors.none());
    }

    @POST
    @Path("claims/{id}/assign")
    @RolesAllowed(Role.Names.SENIOR_EDITOR)
    public Response assign(@RestPath String id, @BeanParam AssignForm form) {
        ClaimId claim = claim(id);
        try {
            assignment.assign(claim, Parameters.expected(form.version()), assignee(form.assignee()), due(form.due()),
                    actor.get());
        } catch (Problem.Invalid problem) {
            return unprocessable(assignPage(claim, form, FormErrors.of(problem)));
        }
        return Response.seeOther(Parameters.next(form.next(), "/triage")).build();
    }

    @POST
    @Path("claims/{id}/take")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public Response take(@RestPath String id, @RestForm @Nullable String next) {
        ClaimId claim = claim(id);
        assignment.take(claim, actor.get());
        return Response.seeOther(Parameters.next(next, "/claims/" + claim)).build();
    }

    /** Takes the next claim and goes to it; when none waits, to the queue, which says so. */
    @POST
    @Path("queue/next")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public Response takeNext() {
        String where = assignment.takeNext(actor.get()).map(claim -> "/claims/" + claim)
                .orElse("/queue?list=open&none=1");
        return Response.seeOther(URI.create(where)).build();
    }

    @GET
    @Path("claims/{id}/release")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public TemplateInstance askToRelease(@RestPath String id, @RestQuery @Nullable String next) {
        return releasePage(claim(id), ReasonForm.empty(null, next), FormErrors.none());
    }

    @POST
    @Path("claims/{id}/release")
    @RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
    public Response release(@RestPath String id, @BeanParam ReasonForm form) {
        ClaimId claim = claim(id);
        try {
            assignment.release(claim, Parameters.expected(form.version()), form.reason(), actor.get());
        } catch (Problem.Invalid problem) {
            return unprocessable(releasePage(claim, form, FormErrors.of(problem)));
        }
        return Response.seeOther(Parameters.next(form.next(), "/queue")).build();
    }

    private TemplateInstance assignPage(ClaimId id, AssignForm form, FormErrors errors) {
        Claim claim = access.readable(actor.get(), id);
        List<Candidate> candidates = people.whoCanReview().stream().map(person -> new Candidate(person.id().toString(),
                person.name(), person.id().toString().equals(form.assignee()))).toList();
        return Templates.assign(new AssignPage(ClaimLine.of(claim), form, candidates, formats.zone().getId(),
                Parameters.next(form.next(), "/triage").toString(), errors));
    }

    private TemplateInstance releasePage(ClaimId id, ReasonForm form, FormErrors errors) {
        Claim claim = access.readableWork(actor.get(), id);
        return Templates.release(new ReleasePage(ClaimLine.of(claim),
                new ReasonView("release-form", "/claims/" + id + "/release", form, errors),
                Parameters.next(form.next(), "/claims/" + id).toString()));
    }

    private static PersonId assignee(@Nullable String id) {
        if (id == null || id.isBlank()) {
            throw new Problem.Invalid("assignee", "required");
        }
        return Ids.parse(id).map(PersonId::new).orElseThrow(() -> new Problem.Invalid("assignee", "not-a-reviewer"));
    }

    private @Nullable Instant due(@Nullable String local) {
        if (local == null || local.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(local.strip()).atZone(formats.zone()).toInstant();
        } catch (DateTimeException e) {
            throw new Problem.Invalid("due", "not-a-date");
        }
    }

    private static ClaimId claim(String id) {
        return new ClaimId(Parameters.id(id));
    }

    private static Response unprocessable(TemplateInstance page) {
        return Response.status(422).entity(page).build();
    }
}
