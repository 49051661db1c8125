package org.isnad.identity.web;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.kernel.Problem;

/** Who is acting in this request. Web classes inject it and hand the actor to the verbs. */
@RequestScoped
public class CurrentActor {
    /** The identity's attribute that holds the actor. */
    static final String ACTOR = "isnad.actor";
    /** The identity's attribute that holds the interface language the person chose. */
    public static final String LANGUAGE = "isnad.language";
    /** The identity's attribute that holds why its account was refused. */
    static final String REFUSED = "isnad.refused";

    private final SecurityIdentity identity;

    CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The actor of a request that had to be authenticated.
     *
     * @throws UnauthorizedException
     *             when nobody is signed in
     * @throws Problem.NotAllowed
     *             when the account may not work at the desk
     */
    public Actor get() {
        Optional<Problem.NotAllowed> refusal = refusal(identity);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return find().orElseThrow(() -> new UnauthorizedException("Nobody is signed in"));
    }

    /** The actor, or empty for a public page's anonymous reader and for an account that was refused. */
    public Optional<Actor> find() {
        if (identity.isAnonymous()) {
            return Optional.empty();
        }
        @Nullable
        Actor actor = identity.getAttribute(ACTOR);
        return Optional.ofNullable(actor);
    }

    /** Why an identity that is known may not work at the desk; empty for everybody else. */
    public static Optional<Problem.NotAllowed> refusal(SecurityIdentity identity) {
        Problem.@Nullable NotAllowed refusal = identity.getAttribute(REFUSED);
        return Optional.ofNullable(refusal);
    }

    /** The interface language the person chose, {@code en} or {@code ar}; empty for anybody who did not. */
    public Optional<String> language() {
        @Nullable
        String language = identity.isAnonymous() ? null : identity.getAttribute(LANGUAGE);
        return Optional.ofNullable(language);
    }
}
