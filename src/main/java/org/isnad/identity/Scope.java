package org.isnad.identity;

/**
 * What an API client may do in its own name (OAuth client credentials). A scope stands in {@code @RolesAllowed} beside the roles:
 * {@code @RolesAllowed({Role.Names.REVIEWER, Scope.ARTICLES_WRITE})} lets in reviewers, and clients that were given the scope.
 * A person's token never gets in by a scope.
 */
public final class Scope {
    /** Submit articles. */
    public static final String ARTICLES_WRITE = "articles:write";
    /** Read the queue and articles. */
    public static final String DESK_READ = "desk:read";

    private Scope() {}
}
