package org.isnad.verdict.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.isnad.verdict.Rating;

/** A rating in API answers. */
@Schema(name = "Rating", description = "One value of one version of the rating scale")
public record RatingJson(@Schema(description = "The scale's version") int scale,
        @Schema(description = "Stable name", examples = "mostly-false") String code, Label label,
        @Schema(description = "schema.org ClaimReview ratingValue, 1 (false) to 5 (true); missing where no number is honest") @Nullable Integer claimReview) {

    /** The rating's name in each language of the desk. */
    @Schema(name = "RatingLabel")
    public record Label(@Schema(examples = "Mostly false") String en, @Schema(examples = "خاطئ في معظمه") String ar) {}

    public static @Nullable RatingJson of(@Nullable Rating rating) {
        return rating == null
                ? null
                : new RatingJson(rating.scaleVersion(), rating.code(),
                        new Label(rating.label("en"), rating.label("ar")), rating.claimReview());
    }
}
