package org.isnad.desk;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What follows from the articles of an outlet or author.
 *
 * @param ratings
 *            how often each was published and not retracted, in the scale's order
 * @param published
 *            claims of which there is a public page, newest first, at most 50
 * @param others
 *            an outlet's authors, an author's outlets; those of most articles first, at most 20
 * @param hosts
 *            of the articles' addresses, the most frequent first, at most 10
 * @param many
 *            whether it has more articles than the {@value OriginWorks#MOST} newest, from which all this is taken
 */
public record OriginSummary(List<Count> ratings, List<UUID> published, List<Other> others, List<String> hosts,
        boolean many) {
    /** Nothing, where it is not asked for. */
    public static OriginSummary none(boolean many) {
        return new OriginSummary(List.of(), List.of(), List.of(), List.of(), many);
    }

    public OriginSummary {
        ratings = List.copyOf(ratings);
        published = List.copyOf(published);
        others = List.copyOf(others);
        hosts = List.copyOf(hosts);
    }

    /**
     * How often a rating was published.
     *
     * @param code
     *            null, as are tone and labels, where the rating was waived
     */
    public record Count(@Nullable String code, @Nullable String tone, @Nullable String labelEn,
            @Nullable String labelAr, long published) {
        public @Nullable String label(String language) {
            return language.equals("ar") ? labelAr : labelEn;
        }
    }

    /** A record of the other kind that the same articles state. */
    public record Other(UUID id, String name, long articles) {}
}
