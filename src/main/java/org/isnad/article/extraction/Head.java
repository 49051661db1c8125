package org.isnad.article.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.isnad.article.CodePoints;
import org.isnad.article.Sentences;
import org.isnad.article.extraction.HeadLine.Label;

/** The beginning of a saved text: which line is the title, and what the lines around it say about the article. */
final class Head {
    private static final int SHORTENED_TITLE = 120;
    private static final int LONGEST_SITE = 4;
    /** A title can stand below so many words of the page's own. */
    private static final int LEAD = 120;
    private static final int MOST_LATER = 100;
    /** Between a name and the day below it stand the author's address and place at most. */
    private static final int NAME_AND_DAY = 4;
    private static final int PARAGRAPH = 40;
    private static final int ENOUGH = 1000;

    private static final Pattern BAR = Pattern.compile("\\s*[|]\\s*");

    private final List<SavedLine> lines;
    private final @Nullable Kind[] kinds;
    private final Days days;
    private final Labels labels;
    private final DayLines dayLines;
    private @Nullable Fact<String> title;
    private final Credits credits = new Credits();
    private Optional<Fact<LocalDate>> day = Optional.empty();
    private int end;

    Head(List<SavedLine> lines, @Nullable Kind[] kinds, Days days) {
        this.lines = lines;
        this.kinds = kinds;
        this.days = days;
        labels = new Labels(lines, kinds);
        dayLines = new DayLines(lines, kinds, days, labels);
    }

    /** Finds everything and marks the lines that are nothing else. */
    void read(Stretch body) {
        int paragraph = firstParagraph(body);
        labels.read(paragraph, credits);
        findTitle(paragraph, body);
        paragraph = Math.max(paragraph, firstParagraph(new Stretch(Math.max(end, body.from()), body.last())));
        markRepeatedTitles();
        day = dayLines.find(end, paragraph);
        findName(paragraph);
        if (paragraph < kinds.length) {
            credits.dateline(lines.get(paragraph).seen());
        }
    }

    /** Only what stands alone between the title and the day, or before the first paragraph with a place, can be a name. */
    private void findName(int paragraph) {
        for (int i = end; i < paragraph && i < kinds.length; i++) {
            kinds[i] = kinds[i] == null && Credits.isRole(lines.get(i)) ? Kind.HEAD : kinds[i];
        }
        for (int i = end; title != null && i < paragraph && i < kinds.length; i++) {
            if (kinds[i] == null && credits.isName(lines.get(i), isAboveDay(i))) {
                kinds[i] = Kind.HEAD;
                break;
            }
        }
        if (paragraph > end && paragraph < kinds.length && kinds[paragraph - 1] == null
                && credits.isPlaceAndName(lines.get(paragraph - 1))) {
            kinds[paragraph - 1] = Kind.HEAD;
        }
        for (int i = end; i < paragraph && i < kinds.length; i++) {
            kinds[i] = kinds[i] == null && credits.isOutletAndPlace(lines.get(i)) ? Kind.HEAD : kinds[i];
        }
    }

    private boolean isAboveDay(int index) {
        int next = index + 1;
        while (next < Math.min(index + NAME_AND_DAY, kinds.length) && kinds[next] != null
                && !dayLines.isDay(lines.get(next))) {
            next++;
        }
        return next < kinds.length && dayLines.isDay(lines.get(next));
    }

    Optional<Fact<String>> title() {
        return Optional.ofNullable(title);
    }

    /** The line after the title's. */
    int end() {
        return end;
    }

    Optional<Fact<LocalDate>> day() {
        return day;
    }

    Optional<Fact<String>> byline() {
        return credits.byline(labels.find(Label.BYLINE, Math.max(0, end - 1)), outlet());
    }

    Optional<Fact<String>> outlet() {
        return credits.outlet(labels.find(Label.OUTLET, Math.max(0, end - 1)));
    }

    Optional<String> address() {
        return labels.address();
    }

    private int firstParagraph(Stretch body) {
        for (int i = body.from(); i <= body.last(); i++) {
            SavedLine line = lines.get(i);
            if (kinds[i] == null && (line.words() >= PARAGRAPH || !line.looksLikeTitle()) && line.isProse()) {
                return i;
            }
        }
        return Math.min(Labels.HEAD, kinds.length);
    }

    private void findTitle(int paragraph, Stretch body) {
        Optional<Fact<String>> labelled = labels.find(Label.TITLE, 0);
        TitleLines titles = new TitleLines(lines, kinds, paragraph, new Topic(lines, kinds, body));
        List<Integer> candidates = candidates(paragraph);
        if (labelled.isPresent()) {
            title = labelled.get();
            end = labels.lineOf(Label.TITLE).map(line -> line + 1).orElse(0);
        } else if (!candidates.isEmpty()) {
            int index = titles.choose(candidates, later(paragraph, body));
            title = new Fact<>(withoutSite(labels.rest(index), candidates), Where.TEXT, lines.get(index).seen());
            boolean paragraphs = paragraph < kinds.length || candidates.size() > 1;
            // A sentence in the title's place may be the text's first: it is proposed as title and kept.
            kinds[index] = lines.get(index).words() >= 2 && labels.rest(index).endsWith(".")
                    && !labels.rest(index).endsWith("..")
                    && !lines.get(index).isAbbreviated()
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
            if (isCandidate(i)) {
                candidates.add(i);
            }
        }
        return candidates;
    }

    private boolean isCandidate(int index) {
        String rest = labels.rest(index);
        return (kinds[index] == null || isRepeated(index)) && lines.get(index).looksLikeTitle() && !rest.isEmpty()
                && !Labels.ADDRESS.matcher(rest).matches() && !days.isAll(rest);
    }

    /** Lines below the first paragraph, or few of them, that could be the title, if what stands before is the page's. */
    private List<Integer> later(int paragraph, Stretch body) {
        int all = 0;
        for (int i = body.from(); i <= body.last(); i++) {
            all += isParagraph(i) ? lines.get(i).words() : 0;
        }
        List<Integer> later = new ArrayList<>();
        int words = 0;
        for (int i = body.from(); i <= body.last() && words <= Math.min(LEAD, all / 4); i++) {
            if (isParagraph(i)) {
                words += lines.get(i).words();
            } else if (i > paragraph && later.size() < MOST_LATER && isCandidate(i)) {
                later.add(i);
            }
        }
        return later;
    }

    private boolean isParagraph(int index) {
        return kinds[index] == null && lines.get(index).isProse();
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
                || candidates.stream().anyMatch(i -> labels.rest(i).equals(last))) {
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
