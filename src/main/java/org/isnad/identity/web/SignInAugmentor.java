package org.isnad.identity.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.TokenIntrospection;
import io.quarkus.oidc.UserInfo;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Role;
import org.isnad.identity.SignIn;
import org.isnad.identity.SignIn.SignedIn;
import org.isnad.identity.SignIn.Token;
import org.isnad.kernel.Problem;

/**
 * Puts the actor behind a verified token into the request's identity, and leaves there exactly the rights the desk knows: a
 * person's duties, or the scopes of a client that acts in its own name. Runs for each request, so a changed duty acts at once.
 */
@ApplicationScoped
class SignInAugmentor implements SecurityIdentityAugmentor {
    /** Keycloak's reserved name of the user that stands for a client of its own. */
    private static final String CLIENTS_OWN_USER = "service-account-";

    private final SignIn signIn;

    SignInAugmentor(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.isAnonymous() ? Uni.createFrom().item(identity) : context.runBlocking(() -> known(identity));
    }

    private SecurityIdentity known(SecurityIdentity identity) {
        Token token = token(identity);
        Set<String> rights = token.client()
                ? token.scopes()
                : token.roles().stream().map(Role::realmName).collect(Collectors.toSet());
        QuarkusSecurityIdentity.Builder known = QuarkusSecurityIdentity.builder().setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials()).addAttributes(identity.getAttributes());
        try {
            SignedIn signedIn = signIn.signIn(token);
            known.addAttribute(CurrentActor.ACTOR, signedIn.actor()).addRoles(rights);
            if (signedIn.language() != null) {
                known.addAttribute(CurrentActor.LANGUAGE, signedIn.language());
            }
        } catch (Problem.NotAllowed refused) {
            // Without any right, but known: sending the browser back to sign in would only send it in circles.
            known.addAttribute(CurrentActor.REFUSED, refused);
        }
        return known.build();
    }

    private static Token token(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken claims) || claims.getIssuer() == null
                || claims.getSubject() == null) {
            throw new AuthenticationFailedException("The token does not say who it is for");
        }
        boolean session = identity.getCredential(IdTokenCredential.class) != null;
        boolean client = !session && isClientsOwn(claims);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (!client) {
            roleNames(identity).forEach(role -> Role.ofRealmName(role).ifPresent(roles::add));
        }
        String issuedTo = text(claims, "azp").orElse("unknown");
        return new Token(claims.getIssuer(), claims.getSubject(), client ? issuedTo : name(identity, claims), roles,
                session ? Set.of() : scopes(claims), session ? "session" : "bearer:" + issuedTo, signedInAt(claims),
                client, session);
    }

    /** What the provider says now: for a bearer token in its answer about the token, for a session in the person's details. */
    private static Set<String> roleNames(SecurityIdentity identity) {
        TokenIntrospection answer = identity.getAttribute("introspection");
        if (answer == null) {
            return identity.getRoles();
        }
        JsonObject access = answer.getObject("realm_access");
        return access == null
                ? Set.of()
                : access.getJsonArray("roles").getValuesAs(JsonString::getString).stream().collect(Collectors.toSet());
    }

    /** A token without a session was not given to a person. When in doubt it is a client's, which has the lesser rights. */
    private static boolean isClientsOwn(JsonWebToken claims) {
        return text(claims, "sid").isEmpty()
                || text(claims, "preferred_username").orElse("").startsWith(CLIENTS_OWN_USER);
    }

    private static String name(SecurityIdentity identity, JsonWebToken claims) {
        UserInfo info = identity.getAttribute("userinfo");
        @Nullable
        String now = info == null ? null : info.getString("name");
        return Optional.ofNullable(now).or(() -> text(claims, "name")).or(() -> text(claims, "preferred_username"))
                .orElseGet(claims::getSubject);
    }

    private static Set<String> scopes(JsonWebToken claims) {
        return new HashSet<>(Arrays.asList(text(claims, "scope").orElse("").split(" ")));
    }

    /** OpenID Connect's {@code auth_time}, in seconds: when the person last proved who they are, not when a token was renewed. */
    private static @Nullable Instant signedInAt(JsonWebToken claims) {
        return text(claims, "auth_time").filter(time -> time.matches("\\d{1,12}"))
                .map(time -> Instant.ofEpochSecond(Long.parseLong(time))).orElse(null);
    }

    private static Optional<String> text(JsonWebToken claims, String name) {
        @Nullable
        Object value = claims.getClaim(name);
        return Optional.ofNullable(value).map(Object::toString).filter(text -> !text.isBlank());
    }
}
