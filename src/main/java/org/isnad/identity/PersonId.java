package org.isnad.identity;

import java.util.UUID;

/** A person's id at the desk; stands for one (issuer, subject) of the identity provider. */
public record PersonId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
