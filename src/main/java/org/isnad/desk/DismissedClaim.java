package org.isnad.desk;

/**
 * A statement of an article that was suggested and that somebody decided not to check.
 *
 * @param start
 *            where its words begin in the version's text, in Unicode code points
 * @param end
 *            behind their last code point
 */
public record DismissedClaim(int start, int end, String exact) {
    /** Its place as a form carries it. */
    public String place() {
        return start + "-" + end;
    }
}
