package org.isnad.verdict.web;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.isnad.verdict.Rating;

/**
 * One value of the rating scale, to be chosen.
 *
 * @param number
 *            schema.org ClaimReview's, from 1 (false) to 5 (true); null where no number is honest
 * @param key
 *            the keyboard's digit that chooses it; null for none
 */
public record RatingChoice(String code, String tone, String label, @Nullable Integer number, @Nullable Integer key) {

    /** The scale as a form shows it. */
    public record Scale(int version, List<RatingChoice> numbered, List<RatingChoice> others) {

        /**
         * @param values
         *            of one version of the scale, in its order
         * @param language
         *            of the labels
         */
        public static Scale of(List<Rating> values, String language) {
            List<RatingChoice> numbered = values.stream().filter(value -> value.claimReview() != null)
                    .map(value -> choice(value, language, value.claimReview()))
                    .sorted(Comparator.comparing(value -> value.number() == null ? 0 : value.number())).toList();
            List<Rating> rest = values.stream().filter(value -> value.claimReview() == null).toList();
            List<RatingChoice> others = rest.stream()
                    .map(value -> choice(value, language, value.equals(rest.get(rest.size() - 1)) ? 0 : null)).toList();
            return new Scale(values.isEmpty() ? 0 : values.get(0).scaleVersion(), numbered, others);
        }

        private static RatingChoice choice(Rating value, String language, @Nullable Integer key) {
            return new RatingChoice(value.code(), value.tone(), value.label(language), value.claimReview(), key);
        }

        /** The value with the code; null for none or one that is not in this version. */
        public @Nullable RatingChoice find(@Nullable String code) {
            return java.util.stream.Stream.concat(numbered.stream(), others.stream())
                    .filter(value -> value.code().equals(code)).findFirst().orElse(null);
        }
    }
}
