package org.isnad.audit.erasure.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

import org.isnad.audit.erasure.Erasing;
import org.isnad.audit.erasure.ErasureTarget;
import org.isnad.audit.erasure.Erasures;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.FormErrors;

/** How an admin asks for an erasure. */
@Path("/")
class AskingPages {
    private final Erasing erasing;
    private final Erasures erasures;
    private final CurrentActor actor;

    AskingPages(Erasing erasing, Erasures erasures, CurrentActor actor) {
        this.erasing = erasing;
        this.erasures = erasures;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "erasure")
    static class Templates {
        private Templates() {}

        static native TemplateInstance ask(AskView view);
    }

    /**
     * Asking: first what it is about, then which parts and why.
     *
     * @param chosen
     *            null until it is known what it is about
     * @param name
     *            the name that was looked for; null before
     */
    record AskView(@Nullable ErasureTarget chosen, @Nullable String label, AskForm form, @Nullable String name,
            List<Erasures.Named> people, String address, FormErrors errors) {}

    @GET
    @Path("erasures/new")
    @RolesAllowed(Role.Names.ADMIN)
    public TemplateInstance chooseTarget(@RestQuery @Nullable String name, @RestQuery @Nullable String person,
            @RestQuery @Nullable String address) {
        Optional<UUID> known = Ids.parse(person == null ? "" : person);
        if (known.isPresent()) {
            return askPage(AskForm.about(ErasureTarget.PERSON, known.get().toString()), FormErrors.none());
        }
        if (address != null && !address.isBlank()) {
            return TargetAddress.of(address, erasures::publishedAs)
                    .map(found -> askPage(AskForm.about(found.target(), found.id().toString()), FormErrors.none()))
                    .orElseGet(() -> choice(null, List.of(), address, FormErrors.of("address", "no-such-target")));
        }
        List<Erasures.Named> people = name == null || name.isBlank()
                ? List.of()
                : erasures.people(name, actor.get());
        return choice(name, people, "", FormErrors.none());
    }

    @POST
    @Path("erasures")
    @RolesAllowed(Role.Names.ADMIN)
    public Response ask(@BeanParam AskForm form) {
        try {
            return Response.seeOther(URI.create(ErasureView.address(erasing.ask(form.request(), actor.get())))).build();
        } catch (Problem.Invalid problem) {
            return Response.status(422).entity(askPage(form, FormErrors.of(problem))).build();
        } catch (Problem.Conflict problem) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(askPage(form, FormErrors.of("target", problem.code()))).build();
        }
    }

    private TemplateInstance askPage(AskForm form, FormErrors errors) {
        ErasureTarget chosen = form.chosen().orElseThrow(() -> new Problem.NotFound("target"));
        String label = Ids.parse(form.id() == null ? "" : form.id())
                .filter(id -> chosen == ErasureTarget.PERSON)
                .map(id -> erasures.name(id, actor.get())).orElse(null);
        return Templates.ask(new AskView(chosen, label, form, null, List.of(), "", errors));
    }

    private static TemplateInstance choice(@Nullable String name, List<Erasures.Named> people, String address,
            FormErrors errors) {
        return Templates.ask(new AskView(null, null, new AskForm(null, null, List.of(), null, null), name, people,
                address, errors));
    }
}
