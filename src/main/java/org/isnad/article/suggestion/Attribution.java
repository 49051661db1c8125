package org.isnad.article.suggestion;

import org.isnad.article.Span;

/**
 * Who makes a statement, as far as its sentence says so. A pronoun names nobody, so it is no attribution.
 *
 * @param claimant
 *            exactly the words of the text at {@code span}
 * @param span
 *            where in the text they stand; for a part of a long sentence that may be outside the part
 * @param verb
 *            how the saying is told
 * @param anonymous
 *            whether the claimant cannot be asked: «مصادر محلية», "officials"
 */
public record Attribution(String claimant, Span span, Verb verb, boolean anonymous) {
    /** How the writer presents what was said. */
    public enum Verb {
        /** «قال», "according to". */
        NEUTRAL,
        /** With distance: «زعم», "claimed". */
        DOUBTING,
        /** The claimant says that something is not so: «نفى», "denied". */
        DENYING
    }
}
