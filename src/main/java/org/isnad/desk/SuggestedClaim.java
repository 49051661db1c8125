package org.isnad.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.isnad.article.suggestion.Attribution;
import org.isnad.article.suggestion.Reason;

/**
 * A statement of an article that seems worth checking, which nobody has decided on.
 *
 * @param start
 *            where its words begin in the version's text, in Unicode code points
 * @param end
 *            behind their last code point
 * @param prefix
 *            what stands just before them
 * @param language
 *            of its words, ISO 639
 * @param score
 *            of 100
 * @param reasons
 *            what speaks for it, strongest first
 * @param said
 *            who says it, where the text does
 */
public record SuggestedClaim(int start, int end, String exact, String prefix, String suffix, String language, int score,
        List<Reason> reasons, @Nullable Attribution said) {
    /** The longest wording of a claim, in code points. */
    private static final int LONGEST_WORDING = 1000;
    /** The longest name of a claimant, in code points. */
    private static final int LONGEST_CLAIMANT = 300;
    private static final int MOST_REASONS = 4;

    /** Its place as a form carries it. */
    public String place() {
        return start + "-" + end;
    }

    /** Its place and who says it, as the query of an address. */
    public String query() {
        String claimant = claimant();
        return "start=" + start + "&end=" + end
                + (claimant == null ? "" : "&claimant=" + URLEncoder.encode(claimant, StandardCharsets.UTF_8));
    }

    /** Its words in one line, as the wording of a claim. */
    public String wording() {
        return exact.strip().replaceAll("\\s+", " ");
    }

    /** Who says it, when that can be a claim's claimant; null where the text names nobody, or goes on too long. */
    public @Nullable String claimant() {
        return said == null || said.claimant().codePointCount(0, said.claimant().length()) > LONGEST_CLAIMANT
                ? null
                : said.claimant();
    }

    /** Whether the words can be a claim's as they are. */
    public boolean acceptable() {
        String wording = wording();
        return wording.codePointCount(0, wording.length()) <= LONGEST_WORDING;
    }

    public List<Reason> strongest() {
        return reasons.subList(0, Math.min(MOST_REASONS, reasons.size()));
    }
}
