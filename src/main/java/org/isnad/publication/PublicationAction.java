package org.isnad.publication;

import org.isnad.kernel.Action;

/** What happens to publications. */
public enum PublicationAction implements Action {
    VERDICT_PUBLISHED,
    CORRECTION_OPENED,
    CORRECTION_PUBLISHED,
    VERDICT_RETRACTED
}
