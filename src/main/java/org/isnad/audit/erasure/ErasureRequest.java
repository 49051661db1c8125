package org.isnad.audit.erasure;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What an admin asks for.
 *
 * @param target
 *            null when it is not known what is meant
 * @param id
 *            of the person, claim or article
 * @param what
 *            which text is meant, in words that do not repeat it: these words stay
 * @param why
 *            the reason, which stays too and is shown in the history
 */
public record ErasureRequest(@Nullable ErasureTarget target, @Nullable UUID id, Set<ErasurePart> parts,
        @Nullable String what, @Nullable String why) {
    public ErasureRequest {
        parts = Set.copyOf(parts);
    }
}
