package org.isnad.intake.web;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.intake.feed.FeedAdministration;
import org.isnad.intake.feed.FeedDetails;
import org.isnad.intake.feed.FeedLooks;
import org.isnad.intake.feed.FeedRow;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.FormErrors;
import org.isnad.kernel.web.Parameters;

/** The feeds that the desk follows, for administrators. */
@Path("/sources")
@RolesAllowed(Role.Names.ADMIN)
@Blocking
class SourcePages {
    private static final int PAGE = 50;

    private final FeedAdministration feeds;
    private final FeedLooks looks;
    private final CurrentActor actor;

    SourcePages(FeedAdministration feeds, FeedLooks looks, CurrentActor actor) {
        this.feeds = feeds;
        this.looks = looks;
        this.actor = actor;
    }

    /**
     * The feeds, and what was typed into the form for another.
     *
     * @param next
     *            cursor of the list's continuation; null at its end
     */
    record SourcesView(List<FeedRow> feeds, @Nullable String next, boolean first, String name, String url, int every,
            FormErrors errors) {
        private static final List<Integer> PACES = List.of(5, 15, 30, 60, 180, 720, 1440);

        public boolean paged() {
            return next != null || !first;
        }

        /** Minutes to choose from, with the chosen ones among them. */
        public List<Integer> paces() {
            return Stream.concat(PACES.stream(), Stream.of(every)).distinct().sorted().toList();
        }
    }

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        private Templates() {}

        static native TemplateInstance sources(SourcesView view);
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable String after) {
        return Templates.sources(view(after, "", "", 30, FormErrors.none()));
    }

    @POST
    public Response add(@RestForm @Nullable String name, @RestForm @Nullable String url,
            @RestForm @Nullable String every) {
        int minutes = minutes(every);
        try {
            feeds.add(new FeedDetails(name, url, minutes), actor.get());
        } catch (Problem.Invalid problem) {
            return Response.status(422).entity(Templates.sources(view(null, name == null ? "" : name,
                    url == null ? "" : url, minutes, FormErrors.of(problem)))).build();
        }
        return back();
    }

    @POST
    @Path("{id}/pause")
    public Response pause(@RestPath String id) {
        feeds.pause(Parameters.id(id), actor.get());
        return back();
    }

    @POST
    @Path("{id}/resume")
    public Response resume(@RestPath String id) {
        feeds.resume(Parameters.id(id), actor.get());
        return back();
    }

    @POST
    @Path("{id}/remove")
    public Response remove(@RestPath String id) {
        feeds.remove(Parameters.id(id), actor.get());
        return back();
    }

    private SourcesView view(@Nullable String after, String name, String url, int every, FormErrors errors) {
        Page<FeedRow> page = looks.page(after, PAGE, actor.get());
        return new SourcesView(page.items(), page.next(), after == null || after.isBlank(), name, url, every, errors);
    }

    /** A pace that is no number is refused like one that is out of bounds. */
    private static int minutes(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static Response back() {
        return Response.seeOther(URI.create("/sources")).build();
    }
}
