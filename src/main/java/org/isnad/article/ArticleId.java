package org.isnad.article;

import java.util.UUID;

/** An article's id; all its captures share it. */
public record ArticleId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
