package org.isnad.kernel.web;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What the page frame shows of whoever is signed in; the identity feature knows. */
public interface SignedIn {

    /** Empty for an anonymous reader. */
    Optional<Who> who();

    /**
     * A signed-in person.
     *
     * @param roles
     *            names of the person's roles, as in the realm
     * @param language
     *            the interface language the person chose; null until then
     */
    record Who(String name, Set<String> roles, @Nullable String language) {
        public Who {
            roles = Set.copyOf(roles);
        }

        public boolean is(String role) {
            return roles.contains(role);
        }
    }
}
