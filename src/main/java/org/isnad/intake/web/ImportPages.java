package org.isnad.intake.web;

import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.intake.IntakeJobs;
import org.isnad.intake.IntakeKind;
import org.isnad.intake.IntakeRow;
import org.isnad.intake.ItemInput;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.FormErrors;

/** How a person brings in a whole file, or many addresses: look at what would become of each row, then begin. */
@Path("/imports")
@RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
class ImportPages {
    private final IntakeJobs jobs;
    private final SubmissionRows submissions;
    private final CurrentActor actor;

    ImportPages(IntakeJobs jobs, SubmissionRows submissions, CurrentActor actor) {
        this.jobs = jobs;
        this.submissions = submissions;
        this.actor = actor;
    }

    /**
     * What was put in.
     *
     * @param most
     *            as many rows as one import can have
     */
    record ImportView(String addresses, FormErrors errors, int most) {
        static ImportView of(String addresses, FormErrors errors) {
            return new ImportView(addresses, errors, IntakeJobs.MOST_ROWS);
        }
    }

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        private Templates() {}

        static native TemplateInstance choose(ImportView view);
    }

    @GET
    @Path("new")
    public TemplateInstance choose() {
        return Templates.choose(ImportView.of("", FormErrors.none()));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response look(@RestForm @Nullable String addresses, @RestForm @Nullable FileUpload file) {
        String named = addresses == null ? "" : addresses;
        try {
            UUID id = hasName(file) ? ofFile(file) : ofAddresses(named);
            return Response.seeOther(URI.create("/intake/" + id)).build();
        } catch (Problem.Invalid problem) {
            String field = hasName(file) ? "file" : "addresses";
            return Response.status(422).entity(Templates.choose(
                    ImportView.of(named, FormErrors.of(field, problem.errors().get(0).code())))).build();
        }
    }

    private UUID ofFile(@Nullable FileUpload upload) {
        if (upload == null) {
            throw new Problem.Invalid("file", "required");
        }
        ImportFile file = ImportFile.read(upload, submissions);
        return jobs.draft(file.kind(), upload.fileName(), file.rows(), actor.get());
    }

    private UUID ofAddresses(String addresses) {
        List<String> lines = addresses.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) {
            throw new Problem.Invalid("addresses", "required");
        }
        Iterator<IntakeRow> rows = lines.stream().map(line -> IntakeRow.of(ItemInput.ofAddress(line, null))).iterator();
        return jobs.draft(IntakeKind.ADDRESSES, Hosts.of(lines), rows, actor.get());
    }

    /** A form without a chosen file sends one without a name. */
    private static boolean hasName(@Nullable FileUpload file) {
        return file != null && file.fileName() != null && !file.fileName().isEmpty();
    }
}
