package org.isnad.verdict;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

import org.jspecify.annotations.Nullable;

/** One value of one version of the rating scale. */
@Entity
public class Rating {
    @EmbeddedId
    private Key key;
    private UUID scaleId;
    private int position;
    private String labelEn;
    private String labelAr;
    private String tone;
    private @Nullable Integer claimReview;
    private boolean retired;

    @SuppressWarnings("NullAway.Init")
    protected Rating() {}

    Rating(UUID scale, int scaleVersion, int position, ScaleFile.Value value) {
        this.key = new Key(scaleVersion, value.code());
        this.scaleId = scale;
        this.position = position;
        this.labelEn = value.labelEn();
        this.labelAr = value.labelAr();
        this.tone = value.tone();
        this.claimReview = value.claimReview();
        this.retired = value.retired();
    }

    Map<String, Object> describe() {
        return Map.of("scale", key.scaleVersion(), "code", key.code());
    }

    public int scaleVersion() {
        return key.scaleVersion();
    }

    /** Stable name within and across versions, such as {@code mostly-false}. */
    public String code() {
        return key.code();
    }

    /** The label in English or, for {@code ar}, in Arabic. */
    public String label(String language) {
        return language.equals("ar") ? labelAr : labelEn;
    }

    /** The design's colour token, {@code r0} (no number is honest) to {@code r5}. */
    public String tone() {
        return tone;
    }

    /** schema.org ClaimReview {@code ratingValue}, 1 (false) to 5 (true); null where no number is honest. */
    public @Nullable Integer claimReview() {
        return claimReview;
    }

    /** True when it can no longer be given, only read. */
    public boolean retired() {
        return retired;
    }

    @Embeddable
    record Key(int scaleVersion, String code) implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
