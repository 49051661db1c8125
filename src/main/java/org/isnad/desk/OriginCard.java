package org.isnad.desk;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An outlet or author in a list.
 *
 * @param articles
 *            how many articles state it; counting stops one after {@link #MOST}
 * @param claims
 *            how many claims are made in the newest {@link #MOST} of those, of what the reader may see
 * @param latest
 *            when the newest of its articles came in; null when there is none
 */
public record OriginCard(UUID id, String name, long articles, long claims, @Nullable Instant latest) {
    /** How far articles are counted. */
    public static final int MOST = OriginWorks.MOST;

    public boolean many() {
        return articles > MOST;
    }

    /** As far as it was counted. */
    public long counted() {
        return Math.min(articles, MOST);
    }
}
