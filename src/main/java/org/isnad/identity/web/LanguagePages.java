package org.isnad.identity.web;

import java.net.URI;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jspecify.annotations.Nullable;

import org.isnad.identity.Preferences;
import org.isnad.kernel.Problem;
import org.isnad.kernel.web.CurrentLanguage;
import org.isnad.kernel.web.Language;

/** The language switch: for a person it is a setting, for everybody else a cookie. */
@Path("/language")
class LanguagePages {
    private static final int A_YEAR = 31_536_000;

    private final CurrentActor actor;
    private final Preferences preferences;

    LanguagePages(CurrentActor actor, Preferences preferences) {
        this.actor = actor;
        this.preferences = preferences;
    }

    @POST
    @PermitAll
    public Response change(@FormParam("to") @Nullable String to, @FormParam("back") @Nullable String back,
            @Context UriInfo address) {
        Language language = Language.of(to == null ? "" : to).orElseThrow(() -> new Problem.Invalid("to", "invalid"));
        actor.find().ifPresent(person -> preferences.speak(language.tag(), person));
        return Response.seeOther(here(back)).cookie(new NewCookie.Builder(CurrentLanguage.COOKIE).value(language.tag())
                .path("/").maxAge(A_YEAR).httpOnly(true).sameSite(NewCookie.SameSite.LAX)
                .secure(address.getBaseUri().getScheme().equals("https")).build()).build();
    }

    /** Only an address of this site: a form elsewhere must not be able to send people away through us. */
    private static URI here(@Nullable String back) {
        boolean ours = back != null && back.matches("/(?![/\\\\])[^\\s\\p{Cntrl}]{0,2000}");
        try {
            return URI.create(ours && back != null ? back : "/");
        } catch (IllegalArgumentException notAnAddress) {
            return URI.create("/");
        }
    }
}
