package org.isnad.article.capture;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Where articles lay of which something was erased: what lies there is not kept again. */
public interface ErasedPlaces {
    /** The article that lay at one of these addresses, each as it was given or as a server named it; asks in a transaction. */
    Optional<UUID> articleAt(Collection<String> addresses);
}
