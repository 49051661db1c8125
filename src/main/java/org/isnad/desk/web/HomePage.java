package org.isnad.desk.web;

import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.web.Section;

/** The desk's own address: leads everybody to where their day starts. */
@Path("/")
@RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR, Role.Names.AUDITOR, Role.Names.ADMIN})
class HomePage {
    private static final Map<Role, Section> START = Map.of(Role.SENIOR_EDITOR, Section.TRIAGE, Role.REVIEWER,
            Section.QUEUE, Role.AUDITOR, Section.HISTORY, Role.ADMIN, Section.SOURCES);

    private final CurrentActor actor;

    HomePage(CurrentActor actor) {
        this.actor = actor;
    }

    @GET
    public Response start() {
        Actor someone = actor.get();
        Section first = Stream.of(Role.SENIOR_EDITOR, Role.REVIEWER, Role.AUDITOR, Role.ADMIN).filter(someone::is)
                .findFirst()
                .map(START::get).orElse(Section.FACTS);
        return Response.seeOther(URI.create(first.path())).build();
    }
}
