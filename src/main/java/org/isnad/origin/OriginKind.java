package org.isnad.origin;

/**
 * From whom an article is: who published it (schema.org {@code NewsMediaOrganization}), or who wrote it (schema.org {@code Person}).
 * Names are stored for ever: never rename one.
 */
public enum OriginKind {
    OUTLET("outlets", "outlet"),
    AUTHOR("authors", "author");

    private final String plural;
    private final String singular;

    OriginKind(String plural, String singular) {
        this.plural = plural;
        this.singular = singular;
    }

    /** As addresses of pages and of the API have it. */
    public String plural() {
        return plural;
    }

    /** As problems name it. */
    public String singular() {
        return singular;
    }

    /** Where the kind's list is. */
    public String address() {
        return "/" + plural;
    }
}
