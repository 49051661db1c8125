package org.isnad.intake.feed;

import org.jspecify.annotations.Nullable;

/** What a feed tells of: an article's address, and what the feed calls it. */
record FeedEntry(String url, @Nullable String title) {}
