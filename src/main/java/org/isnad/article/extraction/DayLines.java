package org.isnad.article.extraction;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.isnad.article.extraction.HeadLine.Label;

/** Finds the day of a saved text near its title, and marks the lines that tell it. */
final class DayLines {
    private static final int ENOUGH = 1000;
    /** A line about a day has no more words, or tells the time of the day. */
    private static final int ABOUT_DAY = 8;
    /** Further above the title stand the days of other articles, or that of the paper alone. */
    private static final int ABOVE = 6;
    private static final Pattern CLOCK = Pattern.compile("(?<!\\p{Nd})\\p{Nd}{1,2}[:.]\\p{Nd}{2}(?!\\p{Nd})");

    private final List<SavedLine> lines;
    private final @Nullable Kind[] kinds;
    private final Days days;
    private final Labels labels;

    DayLines(List<SavedLine> lines, @Nullable Kind[] kinds, Days days, Labels labels) {
        this.lines = lines;
        this.kinds = kinds;
        this.days = days;
        this.labels = labels;
    }

    /**
     * @param end
     *            the index of the line after the title
     * @param paragraph
     *            the index of the first
     */
    Optional<Fact<LocalDate>> find(int end, int paragraph) {
        Optional<Fact<LocalDate>> labelled = labels.days(Math.max(0, end - 1)).findFirst().flatMap(this::day);
        int last = Math.min(kinds.length, Math.max(paragraph + Labels.AFTER_FIRST_PARAGRAPH, 1));
        Fact<LocalDate> above = null;
        Fact<LocalDate> below = null;
        boolean near = false;
        boolean different = false;
        for (int i = 0; i < last; i++) {
            Fact<LocalDate> day = alone(i, paragraph);
            if (day != null && i < end - 1) {
                boolean better = i >= end - ABOVE && !near;
                different |= above != null && !above.value().equals(day.value());
                near |= better;
                above = above == null || better ? day : above;
            }
            below = below == null && i >= end - 1 ? day : below;
        }
        for (int i = end; i < last; i++) {
            if ((kinds[i] == null || kinds[i] == Kind.HEAD) && isAboutDay(lines.get(i))) {
                kinds[i] = Kind.HEAD;
                below = below == null ? amidst(lines.get(i)) : below;
            }
        }
        Optional<Fact<LocalDate>> fromText = Optional.ofNullable(below)
                .or(() -> labels.find(Label.DATE, Math.max(0, end - 1)).flatMap(this::day));
        Fact<LocalDate> fallback = near || !different ? above : null;
        return labelled.or(() -> fromText).or(() -> Optional.ofNullable(fallback));
    }

    /** The day that the line tells, or one of the parts between its signs, and nothing else. */
    private @Nullable Fact<LocalDate> alone(int index, int paragraph) {
        SavedLine line = lines.get(index);
        boolean title = kinds[index] == Kind.TITLE;
        if (line.words() > Labels.LONGEST_LABELLED || line.seen().length() > ENOUGH
                || kinds[index] != null && kinds[index] != Kind.HEAD && !title) {
            return null;
        }
        Fact<LocalDate> day = null;
        for (String part : index < paragraph && !title
                ? Labels.SEPARATOR.split(line.seen(), 6)
                : new String[]{labels.rest(index)}) {
            if (days.isAll(part)) {
                kinds[index] = title ? kinds[index] : Kind.HEAD;
                boolean ofChange = index > 0 && Days.saysChanged(lines.get(index - 1).seen())
                        && !days.isAll(lines.get(index - 1).seen());
                day = day == null && !ofChange
                        ? days.published(part).map(found -> new Fact<>(found, Where.TEXT, part)).orElse(null)
                        : day;
            }
        }
        return day;
    }

    /** Whether the line begins with a day, or is about one. */
    boolean isDay(SavedLine line) {
        return line.seen().length() <= ENOUGH
                && (days.isAll(Labels.SEPARATOR.split(line.seen(), 2)[0]) || isAboutDay(line));
    }

    /** Whether the line has a day, and little else or a time of day: a subtitle can have a day too. */
    private boolean isAboutDay(SavedLine line) {
        return line.words() <= Labels.LONGEST_LABELLED && !line.endsSentence()
                && (line.words() <= ABOUT_DAY || CLOCK.matcher(line.seen()).find())
                && line.seen().chars().anyMatch(Character::isDigit) && days.in(line.seen()).isPresent();
    }

    /** The first day in the line that is not that of a change. */
    private @Nullable Fact<LocalDate> amidst(SavedLine line) {
        return Stream.of(Labels.SEPARATOR.split(line.seen(), 6)).filter(part -> !Days.saysChanged(part))
                .flatMap(part -> days.in(part).map(found -> new Fact<>(found, Where.TEXT, line.seen())).stream())
                .findFirst().orElse(null);
    }

    private Optional<Fact<LocalDate>> day(Fact<String> label) {
        return days.in(label.value()).map(label::as);
    }
}
