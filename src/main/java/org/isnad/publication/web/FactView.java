package org.isnad.publication.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.isnad.evidence.Source;
import org.isnad.evidence.Stance;
import org.isnad.publication.PublicationState;
import org.isnad.verdict.CitedEvidence;
import org.isnad.verdict.web.RatingChoice;

/**
 * A published fact check as its page shows it.
 *
 * @param rating
 *            null where it was waived
 * @param ruler
 *            the scale's values with a number; empty where the rating has none
 * @param corrections
 *            newest first
 */
record FactView(String slug, PublicationState state, @Nullable String note, Instant stateSince, String wording,
        String language, @Nullable String claimant, @Nullable LocalDate claimedOn, @Nullable RatingChoice rating,
        List<RatingChoice> ruler, String summary, List<List<Prose.Stretch>> rationale, List<Cited> evidence,
        List<Correction> corrections, Instant publishedAt, String checkedBy, String approvedBy) {

    /** What an edition after the first corrected. */
    record Correction(String note, Instant at) {}

    /** A piece of evidence. */
    record Cited(int number, String url, String host, String title, @Nullable String quote, Stance stance,
            Source source) {
        static Cited of(CitedEvidence piece) {
            return new Cited(piece.number(), piece.url(), host(piece.url()), piece.title(), piece.quote(),
                    Stance.valueOf(piece.stance()), Source.valueOf(piece.source()));
        }

        private static String host(String url) {
            try {
                String host = new URI(url).getHost();
                return host == null ? url : host;
            } catch (URISyntaxException e) {
                return url;
            }
        }
    }

    public boolean isRated(RatingChoice value) {
        return rating != null && rating.code().equals(value.code());
    }
}
