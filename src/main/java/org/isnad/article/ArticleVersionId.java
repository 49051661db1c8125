package org.isnad.article;

import java.util.UUID;

/** The id of one frozen capture of an article. Positions in a text mean nothing without it. */
public record ArticleVersionId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
