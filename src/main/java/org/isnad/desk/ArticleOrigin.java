package org.isnad.desk;

/** From whom an article is: what its page says who published it, or who wrote it. */
public enum ArticleOrigin {
    OUTLET("outlet"),
    AUTHOR("byline");

    private final String column;

    ArticleOrigin(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
