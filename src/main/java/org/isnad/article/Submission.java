package org.isnad.article;

import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.identity.Scope;
import org.isnad.kernel.Problem;

/** Who may bring articles to the desk. */
public final class Submission {
    private Submission() {}

    /**
     * Reviewers and senior editors may, and programs that were given {@link Scope#ARTICLES_WRITE}.
     *
     * @throws Problem.NotAllowed
     *             for everybody else
     */
    public static void mustBeAllowed(Actor actor) {
        if (!actor.client()) {
            actor.mustBe(Role.REVIEWER, Role.SENIOR_EDITOR);
        } else if (!actor.scopes().contains(Scope.ARTICLES_WRITE)) {
            throw Problem.NotAllowed.role();
        }
    }
}
