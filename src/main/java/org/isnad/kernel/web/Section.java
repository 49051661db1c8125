package org.isnad.kernel.web;

import java.util.Set;

/** An entry of the top bar, in the order shown, with the roles that see it. */
public enum Section {
    TRIAGE("/triage", Set.of("senior-editor")),
    APPROVALS("/approvals", Set.of("senior-editor")),
    QUEUE("/queue", Set.of("reviewer", "senior-editor")),
    ARTICLES("/articles", Set.of("reviewer", "senior-editor", "auditor")),
    HISTORY("/history", Set.of("auditor", "senior-editor")),
    AUDIT("/audit", Set.of("auditor")),
    ERASURES("/erasures", Set.of("auditor", "admin")),
    SOURCES("/sources", Set.of("admin")),
    FACTS("/facts", Set.of("reviewer", "senior-editor", "auditor", "admin"));

    private final String path;
    private final Set<String> roles;

    Section(String path, Set<String> roles) {
        this.path = path;
        this.roles = roles;
    }

    public String path() {
        return path;
    }

    boolean isFor(Set<String> someRoles) {
        return roles.stream().anyMatch(someRoles::contains);
    }

    boolean contains(String address) {
        return address.equals(path) || address.startsWith(path + "/");
    }
}
