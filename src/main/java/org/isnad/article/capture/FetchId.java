package org.isnad.article.capture;

import java.util.UUID;

/** The id of one attempt to fetch a document. */
public record FetchId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
