package org.isnad.article.formats;

import org.jspecify.annotations.Nullable;

import org.isnad.article.CodePoints;

/** What a file says about itself. */
final class Values {
    private static final int LONGEST = 500;

    private Values() {}

    /** One line without control characters, at most {@value #LONGEST} code points; null for nothing. */
    static @Nullable String of(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String line = value.replaceAll("[\\p{Cc}\\s\\p{Z}]+", " ").replaceAll("[\\p{Cs}\uFFFD\uFEFF]", "").strip();
        return line.isEmpty() ? null : CodePoints.head(line, LONGEST);
    }
}
