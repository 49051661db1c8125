package org.isnad.article.web;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.isnad.identity.Preferences;
import org.isnad.identity.Role;
import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.web.CurrentLanguage;

/** What a person may do with proposed articles before saving them. The form holds everything; nothing is saved. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.MULTIPART_FORM_DATA)
@RolesAllowed({Role.Names.REVIEWER, Role.Names.SENIOR_EDITOR})
class PreviewPages {
    private final Previews previews;
    private final Preferences preferences;
    private final CurrentLanguage language;
    private final CurrentActor actor;

    PreviewPages(Previews previews, Preferences preferences, CurrentLanguage language, CurrentActor actor) {
        this.previews = previews;
        this.preferences = preferences;
        this.language = language;
        this.actor = actor;
    }

    /** Makes the text anew with the lines that are to go back into it. */
    @POST
    @Path("articles/lines")
    public Response putBack(@BeanParam DocumentsForm form) {
        return page(previews.reread(form.documents(), form).stream().map(document ->
        // Only where the form asks for it: what was typed into the others stays.
        form.back(document.n()).isEmpty() || document.lines().isEmpty() ? document : document.remade()).toList());
    }

    /** Shows the form as it is in the language that the address asks for, which the person reads from now on. */
    @POST
    @Path("articles/preview")
    public Response again(@BeanParam DocumentsForm form) {
        preferences.speak(language.get().tag(), actor.get());
        return page(previews.reread(form.documents(), form));
    }

    private static Response page(List<DocumentForm> documents) {
        var view = new IntakePages.ProposalsView(documents, List.of(), List.of(), false);
        return Response.status(view.anyErrors() ? 422 : 200).entity(IntakePages.Templates.proposals(view)).build();
    }
}
