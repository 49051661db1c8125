package org.isnad.audit.erasure.web;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

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

import org.isnad.audit.erasure.ErasableValues;
import org.isnad.audit.erasure.Erasing;
import org.isnad.audit.erasure.ErasureState;
import org.isnad.audit.erasure.Erasures;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.FormErrors;
import org.isnad.kernel.web.Parameters;
import org.isnad.kernel.web.ReasonForm;

/** Erasures: admins see what became of those they asked for, auditors see what would go and decide. */
@Path("/")
class ErasurePages {
    private static final int PAGE = 50;

    private final Erasing erasing;
    private final Erasures erasures;
    private final CurrentActor actor;

    ErasurePages(Erasing erasing, Erasures erasures, CurrentActor actor) {
        this.erasing = erasing;
        this.erasures = erasures;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "erasure")
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(ListView view);

        static native TemplateInstance erasure(ErasureView view);
    }

    /** The list; {@code earlier} is the address of its continuation, null at the end. */
    record ListView(List<ErasureView> requests, List<Choice> states, boolean mayAsk, @Nullable String earlier) {}

    /** A state to choose. */
    record Choice(ErasureState state, boolean chosen) {}

    @GET
    @Path("erasures")
    @RolesAllowed({Role.Names.ADMIN, Role.Names.AUDITOR})
    public TemplateInstance list(@RestQuery @Nullable String state, @RestQuery @Nullable String after) {
        ErasureState chosen = state == null || state.isEmpty() ? null : state(state);
        Actor reader = actor.get();
        Page<Erasures.Card> page = erasures.newest(chosen, PAGE, after, reader);
        String next = page.next() == null
                ? null
                : "/erasures?after=" + page.next() + (chosen == null ? "" : "&state=" + chosen);
        return Templates
                .list(new ListView(page.items().stream().map(card -> new ErasureView(card, null, null)).toList(),
                        Stream.of(ErasureState.values()).map(one -> new Choice(one, one == chosen)).toList(),
                        reader.is(Role.ADMIN), next));
    }

    @GET
    @Path("erasures/{id}")
    @RolesAllowed({Role.Names.ADMIN, Role.Names.AUDITOR})
    public TemplateInstance show(@RestPath String id) {
        Erasures.Card request = erasures.one(Parameters.id(id), actor.get());
        return page(request, ReasonForm.empty(version(request), null), FormErrors.none());
    }

    @POST
    @Path("erasures/{id}/withdraw")
    @RolesAllowed(Role.Names.ADMIN)
    public Response withdraw(@RestPath String id, @BeanParam ReasonForm form) {
        UUID request = Parameters.id(id);
        try {
            erasing.withdraw(request, Parameters.required(form.version()), form.reason(), actor.get());
        } catch (Problem.Stale decided) {
            return seeOther(request);
        } catch (Problem.Invalid problem) {
            return unprocessable(page(erasures.one(request, actor.get()), form, FormErrors.of(problem)));
        }
        return seeOther(request);
    }

    @POST
    @Path("erasures/{id}/refuse")
    @RolesAllowed(Role.Names.AUDITOR)
    public Response refuse(@RestPath String id, @BeanParam ReasonForm form) {
        UUID request = Parameters.id(id);
        try {
            erasing.refuse(request, Parameters.required(form.version()), form.reason(), actor.get());
        } catch (Problem.Stale decided) {
            return seeOther(request);
        } catch (Problem.Invalid problem) {
            return unprocessable(page(erasures.one(request, actor.get()), form, FormErrors.of(problem)));
        }
        return seeOther(request);
    }

    /**
     * Shows what would go before it goes; or ticks what holds a text.
     *
     * @param find
     *            the text to look for, which is kept nowhere
     * @param act
     *            {@code find} to tick, anything else to look at what is ticked
     */
    @POST
    @Path("erasures/{id}/review")
    @RolesAllowed(Role.Names.AUDITOR)
    public Response review(@RestPath String id, @RestForm List<String> value, @RestForm @Nullable String seen,
            @RestForm @Nullable String find, @RestForm @Nullable String act) {
        Erasures.Card request = erasures.one(Parameters.id(id), actor.get());
        if (!request.isAsked()) {
            // Somebody decided meanwhile; the page says what became of it.
            return seeOther(request.id());
        }
        ErasableValues values = erasures.values(request, actor.get());
        if (!values.fingerprint().equals(seen)) {
            return changed(request, values);
        }
        Set<Integer> ticked = ticked(value);
        String text = find == null ? "" : find;
        if ("find".equals(act)) {
            Set<Integer> holding = values.holding(text);
            ticked.addAll(holding);
            FormErrors errors = holding.isEmpty() && !text.isBlank()
                    ? FormErrors.of("find", "nothing-found")
                    : FormErrors.none();
            return Response.ok(page(request, values, ticked, text, false, errors)).build();
        }
        boolean none = ticked.isEmpty();
        TemplateInstance page = page(request, values, ticked, text, !none,
                none ? FormErrors.of("value", "nothing-ticked") : FormErrors.none());
        return none ? unprocessable(page) : Response.ok(page).build();
    }

    /**
     * Erases.
     *
     * @param leave
     *            set when repetitions of an erased text may stay
     */
    @POST
    @Path("erasures/{id}/confirm")
    @RolesAllowed(Role.Names.AUDITOR)
    public Response confirm(@RestPath String id, @RestForm List<String> value, @RestForm @Nullable String seen,
            @RestForm @Nullable String version, @RestForm @Nullable String leave) {
        UUID request = Parameters.id(id);
        Set<Integer> ticked = ticked(value);
        try {
            erasing.confirm(request, Parameters.required(version),
                    new Erasing.Confirmation(ticked, seen == null ? "" : seen, leave != null), actor.get());
        } catch (Problem.Stale problem) {
            Erasures.Card now = erasures.one(request, actor.get());
            return now.isAsked() ? changed(now, erasures.values(now, actor.get())) : seeOther(request);
        } catch (Problem.Invalid problem) {
            Erasures.Card now = erasures.one(request, actor.get());
            return unprocessable(page(now, erasures.values(now, actor.get()), ticked, "", !ticked.isEmpty(),
                    FormErrors.of(problem)));
        }
        return seeOther(request);
    }

    private Response changed(Erasures.Card request, ErasableValues values) {
        return Response.status(Response.Status.PRECONDITION_FAILED)
                .entity(page(request, values, values.meantBy(request.parts()), "", false,
                        FormErrors.of("value", "changed")))
                .build();
    }

    private TemplateInstance page(Erasures.Card request, ReasonForm form, FormErrors errors) {
        Actor reader = actor.get();
        boolean own = request.isAsked() && reader.is(Role.ADMIN) && request.askedBy().equals(reader.person().value());
        if (request.isAsked() && reader.is(Role.AUDITOR)) {
            ErasableValues values = erasures.values(request, reader);
            return Templates.erasure(new ErasureView(request, null,
                    ErasureView.Values.of(values, values.meantBy(request.parts()), "", false,
                            ErasureView.reason(request, "refuse", form, errors), FormErrors.none())));
        }
        return Templates.erasure(
                new ErasureView(request, own ? ErasureView.reason(request, "withdraw", form, errors) : null, null));
    }

    private TemplateInstance page(Erasures.Card request, ErasableValues values, Set<Integer> ticked, String find,
            boolean review, FormErrors errors) {
        return Templates.erasure(new ErasureView(request, null, ErasureView.Values.of(values, ticked, find, review,
                ErasureView.reason(request, "refuse", ReasonForm.empty(version(request), null), FormErrors.none()),
                errors)));
    }

    private static Set<Integer> ticked(List<String> indexes) {
        Set<Integer> ticked = new TreeSet<>();
        for (String index : indexes) {
            if (!index.matches("\\d{1,6}")) {
                throw new Problem.Invalid("value", "invalid");
            }
            ticked.add(Integer.valueOf(index));
        }
        return ticked;
    }

    private static ErasureState state(String name) {
        return Stream.of(ErasureState.values()).filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> new Problem.Invalid("state", "invalid"));
    }

    private static String version(Erasures.Card request) {
        return String.valueOf(request.version());
    }

    private static Response seeOther(UUID request) {
        return Response.seeOther(URI.create(ErasureView.address(request))).build();
    }

    private static Response unprocessable(TemplateInstance page) {
        return Response.status(422).entity(page).build();
    }
}
