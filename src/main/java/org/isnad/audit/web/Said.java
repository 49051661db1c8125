package org.isnad.audit.web;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * One value as the page says it.
 *
 * @param as
 *            how the template writes it: {@code text}, {@code address}, {@code citation}, {@code number}, {@code day},
 *            {@code moment}, {@code rating}, or the name of the words it is chosen from
 * @param text
 *            the text, or the word's key
 * @param tone
 *            a rating's tone; null for everything else
 */
record Said(String as, String text, @Nullable Instant moment, @Nullable LocalDate day, @Nullable Long number,
        @Nullable String tone) {

    static Said of(String as, String text) {
        return new Said(as, text, null, null, null, null);
    }

    static Said moment(Instant at) {
        return new Said("moment", "", at, null, null, null);
    }

    static Said day(LocalDate day) {
        return new Said("day", "", null, day, null, null);
    }

    static Said number(long number) {
        return new Said("number", "", null, null, number, null);
    }

    static Said rating(String tone, String label) {
        return new Said("rating", label, null, null, null, tone);
    }
}
