package org.isnad.article.extraction;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.isnad.article.dates.Dates;
import org.isnad.article.dates.FoundDate;

/**
 * The one place that asks which day some words name.
 *
 * @param language
 *            of the document
 * @param capturedAt
 *            from when «منذ ساعتين» counts back; null for unknown, which leaves it unknown
 */
record Days(String language, @Nullable Instant capturedAt) {
    private static final Pattern PATH = Pattern
            .compile("//[^/?#]+/(?:[^?#]*/)?((?:19|20)\\d{2})/(?:[a-z_-]+/)?(\\d{1,2})/(\\d{1,2})/");
    private static final Pattern PUBLISHED = Pattern.compile(
            "(?:تم )?(?:نشر|نشرت|النشر|تاريخ النشر)(?![\\p{L}])|(?:first |date |originally )?(?:published|posted)(?![\\p{L}])|publiee?(?![\\p{L}])");
    private static final Pattern CHANGE = Pattern
            .compile(
                    "(?<![\\p{L}])(?:اخر تحديث|تحديث|حدث|updated|last updated|last modified|modified|mis a jour|edited)(?![\\p{L}])");

    /** Whether the line begins by saying that it tells when the article was published. */
    static boolean saysPublished(String line) {
        return PUBLISHED.matcher(Wording.plain(line)).lookingAt();
    }

    /** Whether the line announces the day of a change. */
    static boolean saysChanged(String line) {
        return CHANGE.matcher(Wording.plain(line)).lookingAt();
    }

    /** The first day that the words name. */
    Optional<LocalDate> in(String words) {
        // The page does not say where it is yesterday already, and no rule could know: at every moment two days are somewhere.
        return Dates.find(words, language, capturedAt, ZoneOffset.UTC).map(FoundDate::day);
    }

    /** The day that many sites file their articles under, as in {@code /2017/10/14/}. */
    static Optional<Fact<LocalDate>> inAddress(String address) {
        Matcher path = PATH.matcher(address);
        try {
            return path.find()
                    ? Optional.of(
                            new Fact<>(LocalDate.of(Integer.parseInt(path.group(1)), Integer.parseInt(path.group(2)),
                                    Integer.parseInt(path.group(3))), Where.ADDRESS, address))
                    : Optional.empty();
        } catch (DateTimeException e) {
            // Three numbers that are no day.
            return Optional.empty();
        }
    }

    /** Whether the line says nothing but a day. */
    boolean isAll(String line) {
        return Dates.isDateLine(line) && in(line).isPresent();
    }

    /** The day of publication, if the line names nothing but it: the day of a change is another. */
    Optional<LocalDate> published(String line) {
        Matcher change = CHANGE.matcher(Wording.plain(line));
        // «نشر في … آخر تحديث …»: what stands before the change counts.
        if (change.find() && change.start() == 0 || !isAll(line)) {
            return Optional.empty();
        }
        return in(line);
    }
}
