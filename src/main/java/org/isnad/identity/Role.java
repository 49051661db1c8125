package org.isnad.identity;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A duty at the desk; the realm role of the same {@link #realmName()} gives it. */
public enum Role {
    REVIEWER(Names.REVIEWER),
    SENIOR_EDITOR(Names.SENIOR_EDITOR),
    AUDITOR(Names.AUDITOR),
    ADMIN(Names.ADMIN);

    private final String realmName;

    Role(String realmName) {
        this.realmName = realmName;
    }

    public String realmName() {
        return realmName;
    }

    public static Optional<Role> ofRealmName(String name) {
        return Stream.of(values()).filter(role -> role.realmName.equals(name)).findFirst();
    }

    /** Duties that must not meet in one account: an auditor with any other, an admin who is also a senior editor. */
    public static boolean conflict(Set<Role> roles) {
        return roles.contains(AUDITOR) && roles.size() > 1 || roles.containsAll(EnumSet.of(ADMIN, SENIOR_EDITOR));
    }

    /** The realm roles' names as constants, for annotations. */
    public static final class Names {
        public static final String REVIEWER = "reviewer";
        public static final String SENIOR_EDITOR = "senior-editor";
        public static final String AUDITOR = "auditor";
        public static final String ADMIN = "admin";

        private Names() {}
    }
}
