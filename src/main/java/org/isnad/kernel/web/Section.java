package org.isnad.kernel.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An entry of the top bar, in the order shown, with the roles that see it. */
public enum Section {
    TRIAGE("/triage", Set.of("senior-editor")),
    APPROVALS("/approvals", Set.of("senior-editor")),
    QUEUE("/queue", Set.of("reviewer", "senior-editor")),
    ARTICLES("/articles", Set.of("reviewer", "senior-editor", "auditor"), "/outlets", "/authors", "/imports", "/intake",
            "/fetched"),
    HISTORY("/history", Set.of("auditor", "senior-editor")),
    AUDIT("/audit", Set.of("auditor")),
    ERASURES("/erasures", Set.of("auditor", "admin")),
    SOURCES("/sources", Set.of("admin")),
    FACTS("/facts", Set.of("reviewer", "senior-editor", "auditor", "admin"));

    private final String path;
    private final Set<String> roles;
    private final List<String> paths;

    /** @param others addresses of pages that belong to the entry too */
    Section(String path, Set<String> roles, String... others) {
        this.path = path;
        this.roles = roles;
        this.paths = Stream.concat(Stream.of(path), Stream.of(others)).toList();
    }

    public String path() {
        return path;
    }

    boolean isFor(Set<String> someRoles) {
        return roles.stream().anyMatch(someRoles::contains);
    }

    boolean contains(String address) {
        return paths.stream().anyMatch(one -> address.equals(one) || address.startsWith(one + "/"));
    }
}
