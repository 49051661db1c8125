package org.isnad.desk;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.Priority;

/**
 * What to show of a list.
 *
 * @param words
 *            part of the wording or of the claimant
 * @param language
 *            ISO 639 code of the wording's language
 */
public record QueueFilter(@Nullable String words, @Nullable String language, @Nullable Priority priority) {
    private static final int LONGEST = 200;

    public QueueFilter {
        words = words == null || words.isBlank() ? null : words.strip();
        if (words != null && words.length() > LONGEST) {
            words = words.substring(0, LONGEST);
        }
        language = language == null || !language.matches("[a-z]{2,3}") ? null : language;
    }

    public boolean any() {
        return words != null || language != null || priority != null;
    }

    /** The words as a pattern for {@code ilike}, which they themselves cannot steer. */
    String pattern() {
        return words == null ? "%" : "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
