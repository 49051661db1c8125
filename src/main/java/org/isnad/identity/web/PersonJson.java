package org.isnad.identity.web;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person in API answers. */
@Schema(name = "Person", description = "Somebody known to the desk. The name is the identity provider's and may change.")
public record PersonJson(UUID id, String name) {

    /** Null where there is nobody. */
    public static @Nullable PersonJson of(@Nullable UUID id, @Nullable String name) {
        return id == null || name == null ? null : new PersonJson(id, name);
    }
}
