package org.isnad.article.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.isnad.article.CodePoints;
import org.isnad.article.Sentences;
import org.isnad.article.extraction.HeadLine.Label;

/** The beginning of a saved text: which line is the title, and what the lines around it say about the article. */
final class Head {
    /** How many lines after the first paragraph may still be the head's: names and dates stand there too. */
    private static final int AFTER_FIRST_PARAGRAPH = 4;
    /** In a text without paragraphs, how many lines can be the head. */
    private static final int HEAD = 12;
    private static final int LONGEST_LABELLED = 15;
    private static final int SHORTENED_TITLE = 120;
    private static final int LONGEST_SITE = 4;
    private static final int PARAGRAPH = 40;
    private static final int ENOUGH = 1000;

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[|•·]\\s*|\\s+[-–—»]\\s+");
    private static final Pattern BAR = Pattern.compile("\\s*[|]\\s*");

    private final List<SavedLine> lines;
    private final @Nullable Kind[] kinds;
    private final Days days;
    private final Map<Integer, HeadLine> parsed = new TreeMap<>();
    private @Nullable Fact<String> title;
    private final Credits credits = new Credits();
    private @Nullable Fact<LocalDate> day;
    private int end;

    Head(List<SavedLine> lines, @Nullable Kind[] kinds, Days days) {
        this.lines = lines;
        this.kinds = kinds;
        this.days = days;
    }

    /** Finds everything and marks the lines that are nothing else. */
    void read(Stretch body) {
        int paragraph = firstParagraph(body);
        parseLabels(paragraph);
        findTitle(paragraph);
        markRepeatedTitles();
        findDay(paragraph);
        // Only what stands alone between the title and the day can be a name.
        if (title != null && end < paragraph && end + 1 < kinds.length && kinds[end] == null
                && credits.isName(lines.get(end), lines.get(end + 1), days)) {
            kinds[end] = Kind.HEAD;
        }
        if (paragraph < kinds.length) {
            credits.dateline(lines.get(paragraph).seen());
        }
    }

    Optional<Fact<String>> title() {
        return Optional.ofNullable(title);
    }

    /** The line after the title's. */
    int end() {
        return end;
    }

    Optional<Fact<LocalDate>> day() {
        return Optional.ofNullable(day);
    }

    Optional<Fact<String>> byline() {
        return credits.byline(label(Label.BYLINE), outlet());
    }

    Optional<Fact<String>> outlet() {
        return credits.outlet(label(Label.OUTLET));
    }

    Optional<String> address() {
        return label(Label.ADDRESS).map(Fact::value).filter(value -> ADDRESS.matcher(value).matches())
                .or(() -> parsed.values().stream().map(HeadLine::rest)
                        .filter(rest -> ADDRESS.matcher(rest).matches()).findFirst());
    }

    private Optional<Fact<String>> label(Label label) {
        return parsed.values().stream().flatMap(line -> line.fact(label).stream()).findFirst();
    }

    private int firstParagraph(Stretch body) {
        for (int i = body.from(); i <= body.last(); i++) {
            SavedLine line = lines.get(i);
            if (kinds[i] == null && (line.words() >= PARAGRAPH || !line.looksLikeTitle()) && line.isProse()) {
                return i;
            }
        }
        return Math.min(HEAD, kinds.length);
    }

    /** Labels count in the head, and further down only in lines that say nothing else. */
    private void parseLabels(int paragraph) {
        for (int i = 0; i < kinds.length; i++) {
            boolean inHead = i <= paragraph + AFTER_FIRST_PARAGRAPH && i <= Math.max(paragraph, HEAD);
            boolean mayBe = kinds[i] == null || kinds[i] == Kind.SOURCES || kinds[i] == Kind.COUNTER;
            if (!mayBe || !inHead && lines.get(i).words() > LONGEST_LABELLED) {
                continue;
            }
            HeadLine line = parse(lines.get(i).seen(), i < paragraph);
            boolean nothingElse = line.rest().isEmpty() && !line.fields().isEmpty();
            if (nothingElse && kinds[i] == null) {
                kinds[i] = line.fields().containsKey(Label.OTHER) && line.fields().size() == 1
                        ? Kind.COUNTER
                        : Kind.HEAD;
            }
            if (i < paragraph || nothingElse && (kinds[i] != Kind.SOURCES)) {
                parsed.put(i, line);
            } else if (nothingElse) {
                credits.source(line.fact(Label.OUTLET));
            }
        }
        day = parsed.values().stream().filter(line -> line.rest().isEmpty())
                .flatMap(line -> line.fact(Label.DATE).stream()).findFirst().flatMap(this::day).orElse(null);
    }

    /** Before the first paragraph one line may hold name and date, with a sign between them. */
    private static HeadLine parse(String line, boolean beforeParagraph) {
        HeadLine whole = HeadLine.of(line);
        if (!beforeParagraph || line.length() > ENOUGH || !whole.fields().isEmpty()) {
            return whole;
        }
        for (String part : SEPARATOR.split(line, 6)) {
            HeadLine some = HeadLine.of(part);
            if (some.rest().isEmpty() && !some.fields().isEmpty()) {
                return some;
            }
        }
        return whole;
    }

    private void findTitle(int paragraph) {
        Optional<Fact<String>> labelled = label(Label.TITLE);
        TitleLines titles = new TitleLines(lines, kinds, paragraph);
        List<Integer> candidates = candidates(paragraph);
        if (labelled.isPresent()) {
            title = labelled.get();
            end = parsed.entrySet().stream().filter(line -> line.getValue().fields().containsKey(Label.TITLE))
                    .mapToInt(line -> line.getKey() + 1).findFirst().orElse(0);
        } else if (!candidates.isEmpty()) {
            int index = titles.choose(candidates);
            title = new Fact<>(withoutSite(rest(index), candidates), Where.TEXT, lines.get(index).seen());
            boolean paragraphs = paragraph < kinds.length || candidates.size() > 1;
            // A sentence in the title's place may be the text's first: it is proposed as title and kept.
            kinds[index] = lines.get(index).words() >= 2 && rest(index).endsWith(".") && !rest(index).endsWith("..")
                    && paragraphs ? null : Kind.TITLE;
            end = kinds[index] == null ? index : index + 1;
        } else if (paragraph < kinds.length) {
            title = new Fact<>(shortened(lines.get(paragraph).seen()), Where.TEXT, lines.get(paragraph).seen());
            end = paragraph;
        }
    }

    private List<Integer> candidates(int paragraph) {
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < paragraph; i++) {
            String rest = rest(i);
            if ((kinds[i] == null || isRepeated(i)) && lines.get(i).looksLikeTitle() && !rest.isEmpty()
                    && !ADDRESS.matcher(rest).matches() && !days.isAll(rest)) {
                candidates.add(i);
            }
        }
        return candidates;
    }

    /** Whether the line was taken for a button only because it comes again, as titles do. */
    private boolean isRepeated(int index) {
        SavedLine line = lines.get(index);
        return kinds[index] == Kind.NAVIGATION && line.words() > LONGEST_SITE && Phrases.kind(line.plain()).isEmpty()
                && !Phrases.isSection(line.plain());
    }

    /** «Title | Site» without the site. */
    private String withoutSite(String line, List<Integer> candidates) {
        String[] parts = BAR.split(line);
        String last = parts[parts.length - 1];
        if (parts.length < 2 || Wording.words(last) > LONGEST_SITE || Wording.words(parts[0]) < LONGEST_SITE
                || candidates.stream().anyMatch(i -> rest(i).equals(last))) {
            return line;
        }
        credits.site(new Fact<>(last, Where.TEXT, line));
        return line.substring(0, line.lastIndexOf('|')).strip();
    }

    private void markRepeatedTitles() {
        if (title == null) {
            return;
        }
        String plain = Wording.plain(title.value());
        for (int i = 0; i < kinds.length; i++) {
            boolean again = lines.get(i).plain().equals(plain);
            if (kinds[i] == null && again && i >= end && !plain.isEmpty()) {
                kinds[i] = Kind.REPEATED_TITLE;
            }
        }
    }

    private void findDay(int paragraph) {
        for (int i = 0; i < Math.min(kinds.length, Math.max(paragraph + AFTER_FIRST_PARAGRAPH, 1)); i++) {
            SavedLine line = lines.get(i);
            boolean title = kinds[i] == Kind.TITLE;
            if (line.words() > LONGEST_LABELLED || line.seen().length() > ENOUGH
                    || kinds[i] != null && kinds[i] != Kind.HEAD && !title) {
                continue;
            }
            for (String part : i < paragraph && !title ? SEPARATOR.split(line.seen(), 6) : new String[]{rest(i)}) {
                if (days.isAll(part)) {
                    kinds[i] = title ? kinds[i] : Kind.HEAD;
                    boolean ofChange = i > 0 && Days.saysChanged(lines.get(i - 1).seen())
                            && !days.isAll(lines.get(i - 1).seen());
                    day = day == null && !ofChange
                            ? days.published(part).map(found -> new Fact<>(found, Where.TEXT, part)).orElse(null)
                            : day;
                }
            }
        }
        if (day == null) {
            day = label(Label.DATE).flatMap(this::day).orElse(null);
        }
    }

    private Optional<Fact<LocalDate>> day(Fact<String> label) {
        return days.in(label.value()).map(label::as);
    }

    private String rest(int index) {
        HeadLine line = parsed.get(index);
        return line == null ? lines.get(index).seen() : line.rest();
    }

    /** Where a paragraph stands in the title's place, its first sentence is proposed, or its first words. */
    private String shortened(String paragraph) {
        String line = CodePoints.head(paragraph, ENOUGH);
        String sentence = Sentences.of(line, days.language()).stream().findFirst().map(span -> span.of(line))
                .orElse(line);
        if (CodePoints.length(sentence) <= SavedLine.LONGEST_TITLE) {
            return sentence;
        }
        String start = CodePoints.head(sentence, SHORTENED_TITLE);
        int lastBlank = start.lastIndexOf(' ');
        return (lastBlank > 0 ? start.substring(0, lastBlank) : start) + "…";
    }
}
