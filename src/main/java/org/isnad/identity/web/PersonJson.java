package org.isnad.identity.web;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.isnad.kernel.text.Erased;

/** A person in API answers. */
@Schema(name = "Person", description = "Somebody known to the desk. The name is the identity provider's and may change.")
public record PersonJson(UUID id, String name) {

    /** Left out for everybody whose name is there. */
    @JsonProperty
    @Schema(description = "True when the name was erased; it is then five blocks (U+2588)")
    public @Nullable Boolean erased() {
        return Erased.is(name) ? true : null;
    }

    /** Null where there is nobody. */
    public static @Nullable PersonJson of(@Nullable UUID id, @Nullable String name) {
        return id == null || name == null ? null : new PersonJson(id, name);
    }
}
