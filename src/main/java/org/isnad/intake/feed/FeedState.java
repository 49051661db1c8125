package org.isnad.intake.feed;

/** Whether a feed is followed. Names are stored: never rename one. */
public enum FeedState {
    FOLLOWED,
    PAUSED,
    REMOVED
}
