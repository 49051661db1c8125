package org.isnad.origin;

import java.util.UUID;

/** The id of an outlet's or author's record. */
public record OriginId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
