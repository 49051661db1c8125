package org.isnad.intake.feed;

import org.isnad.kernel.Action;

/** What happens to a feed. Names are stored for ever: never rename one. */
public enum SourceAction implements Action {
    SOURCE_ADDED,
    SOURCE_CHANGED,
    SOURCE_REMOVED
}
