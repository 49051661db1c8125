package org.isnad.platform;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import org.isnad.identity.web.CurrentActor;
import org.isnad.kernel.Problem;
import org.isnad.platform.Trouble.Kind;

/** The one place that turns what endpoints throw into answers. */
@Singleton
class ErrorMapper {
    private final ErrorAnswers answers;

    ErrorMapper(ErrorAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper({Problem.class, WebApplicationException.class, jakarta.validation.ValidationException.class,
            JacksonException.class, MismatchedInputException.class, Throwable.class})
    // Mismatched input by name, because Quarkus has its own mapper for it, which would say it in words of its own.
    Response anything(Throwable thrown, RoutingContext request) {
        return answer(Causes.explain(thrown), request).build();
    }

    @ServerExceptionMapper
    Uni<Response> forbidden(ForbiddenException thrown, RoutingContext request) {
        return QuarkusHttpUser.getSecurityIdentity(request, null)
                .map(identity -> CurrentActor.refusal(identity).map(why -> Trouble.of(why))
                        .orElseGet(() -> Trouble.of(403)))
                .map(trouble -> answer(trouble, request).build());
    }

    /** Nobody is signed in, or the session ended: a page that was only asked for leads through the identity provider and back. */
    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Uni<Response> signIn(Throwable thrown, RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        boolean lead = authenticator != null
                && (ErrorAnswers.isApi(request) || request.request().method() == HttpMethod.GET);
        if (!lead) {
            // A form that was sent would come back from the provider as an empty page, and what was typed would be gone.
            return Uni.createFrom().item(answer(Trouble.of(401), request).build());
        }
        return authenticator.getChallenge(request).map(challenge -> {
            if (challenge == null) {
                return answer(Trouble.of(401), request).build();
            }
            Response.ResponseBuilder response = challenge.status == 401
                    ? answer(Trouble.of(401), request)
                    : Response.status(challenge.status);
            if (challenge.headerName != null) {
                response.header(challenge.headerName.toString(), challenge.headerContent);
            }
            return response.build();
        });
    }

    /** Coming back from the identity provider did not work, or the session that a cookie names has ended there. */
    @ServerExceptionMapper
    Response signInFailed(AuthenticationCompletionException thrown, RoutingContext request) {
        return answer(Trouble.of(Kind.SIGN_IN_FAILED, "The session ended or could not be verified."), request).build();
    }

    /** Libraries refuse with a bare status, such as a form without its token: nobody is left with an empty page. */
    @ServerResponseFilter
    void explain(ContainerResponseContext response, RoutingContext request) {
        if (response.getStatus() >= 400 && response.getEntity() == null) {
            response.setEntity(answers.body(request, Trouble.of(response.getStatus())), null,
                    MediaType.valueOf(answers.type(request)));
        }
    }

    private Response.ResponseBuilder answer(Trouble trouble, RoutingContext request) {
        Response.ResponseBuilder response = Response.status(trouble.kind().status()).type(answers.type(request))
                .entity(answers.body(request, trouble));
        if (trouble.kind() == Kind.STALE && trouble.more().get("current") instanceof Long current) {
            response.tag(String.valueOf(current));
        }
        return response;
    }
}
