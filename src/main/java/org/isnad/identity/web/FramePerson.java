package org.isnad.identity.web;

import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.web.SignedIn;

/** Tells the page frame who is signed in. */
@RequestScoped
class FramePerson implements SignedIn {
    private final CurrentActor actor;

    FramePerson(CurrentActor actor) {
        this.actor = actor;
    }

    @Override
    public Optional<Who> who() {
        return actor.find().map(this::who);
    }

    private Who who(Actor someone) {
        return new Who(someone.name(), someone.roles().stream().map(Role::realmName).collect(Collectors.toSet()),
                actor.language().orElse(null));
    }
}
