package org.isnad.article.extraction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.isnad.article.dates.Dates;
import org.isnad.article.language.Languages;

/**
 * Reads a text that somebody copied or saved from a page, where no markup is left: what is not the article shows itself by its
 * words, its place, its shape, or because it comes again.
 */
final class SavedText {
    /** As often as that, a few words are a button. */
    private static final int REPEATED = 3;
    private static final int FEW_WORDS = 6;
    /** Titles of other articles have so many words at least. */
    private static final int HEADING = 6;

    /** Pages tell those who hear them where the links of a list are. */
    private static final Pattern LISTED = Pattern.compile("(?:list|قايمه) \\d{1,2} (?:of|من) \\d{1,2}");

    private static final Pattern SKIPPED = Pattern
            .compile("تخطي .{1,60} وواصل القراءه|skip .{1,60} and continue reading");
    private static final Pattern END_OF_SKIPPED = Pattern.compile("(?:\\S+ ){1,6}نهايه|end of .{1,60}");
    private static final int MOST_SKIPPED = 25;

    private final List<SavedLine> lines = new ArrayList<>();
    private final String language;
    private final @Nullable Kind[] kinds;
    private final Head head;
    private final Ends ends;

    private SavedText(String text, @Nullable Instant capturedAt) {
        boolean spaced = false;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            boolean blank = line.codePoints().allMatch(Wording::isBlank);
            if (!blank) {
                lines.add(SavedLine.of(line, spaced));
            }
            spaced = blank;
        }
        language = Languages.of(text);
        kinds = new Kind[lines.size()];
        head = new Head(lines, kinds, new Days(language, capturedAt));
        ends = new Ends(lines, kinds, head);
    }

    static Extraction read(String text, @Nullable Instant capturedAt) {
        return new SavedText(text, capturedAt).read();
    }

    private Extraction read() {
        markByWords();
        markSkipped();
        markRepeatedButtons();
        int comments = Comments.start(lines);
        Stretch body = Stretch.of(lines, kinds, comments);
        head.read(body);
        mark(comments, kinds.length, Kind.COMMENTS);
        ends.findProse();
        markParts();
        ends.markBeyond(body);
        ends.findProse();
        ends.markHead();
        ends.markCaptions();
        ends.markAuthor();
        ends.markTail();
        putSectionsBack();
        keepSomething();
        return Extraction.of(head.title(), head.byline(), head.outlet(), head.day(),
                head.address().orElse(null), new Fact<>(language, Where.TEXT, ""), result());
    }

    private void markByWords() {
        for (int i = 0; i < kinds.length; i++) {
            SavedLine line = lines.get(i);
            kinds[i] = line.opening().or(() -> Phrases.kind(line.plain()))
                    .or(() -> Notices.kind(line.plain(), line.words())).orElse(null);
            if (kinds[i] == null && Phrases.isSection(line.plain())) {
                kinds[i] = Kind.NAVIGATION;
            }
            if (i > 0 && kinds[i] == null && !line.isProse() && LISTED.matcher(lines.get(i - 1).plain()).matches()) {
                kinds[i] = Kind.RELATED;
            }
        }
    }

    /** «تخطى … وواصل القراءة» stands before what is none of the text, and says where it ends. */
    private void markSkipped() {
        for (int i = 0; i < kinds.length; i++) {
            if (SKIPPED.matcher(lines.get(i).plain()).matches()) {
                int end = i + 1;
                while (end < Math.min(kinds.length, i + MOST_SKIPPED)
                        && !END_OF_SKIPPED.matcher(lines.get(end).plain()).matches()) {
                    end++;
                }
                if (end < Math.min(kinds.length, i + MOST_SKIPPED)) {
                    Arrays.fill(kinds, i, end + 1, Kind.PROMOTION);
                }
            }
        }
    }

    private void markRepeatedButtons() {
        Map<String, Integer> times = new HashMap<>();
        lines.stream().filter(SavedText::canBeButton).forEach(line -> times.merge(line.plain(), 1, Integer::sum));
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == null && canBeButton(lines.get(i))
                    && times.getOrDefault(lines.get(i).plain(), 0) >= REPEATED) {
                kinds[i] = Kind.NAVIGATION;
            }
        }
    }

    /** In an interview the speakers' names, with a colon, come again too. */
    private static boolean canBeButton(SavedLine line) {
        return line.words() <= FEW_WORDS && !line.plain().isEmpty() && !line.endsSentence()
                && !line.seen().endsWith(":") && !line.seen().endsWith("：") && !line.isItem();
    }

    /** What follows a heading such as «مقالات ذات صلة» belongs to it. */
    private void markParts() {
        for (int i = 0; i < kinds.length; i++) {
            Optional<Kind> opening = lines.get(i).opening();
            if (opening.isPresent() && i > ends.firstProse()) {
                i = mark(i + 1, endOfList(i + 1), opening.get());
            }
        }
    }

    /** A list of other articles ends where paragraphs begin again, with the heading of these: a line shorter than all of the list. */
    private int endOfList(int start) {
        int end = start;
        while (end < kinds.length && lines.get(end).opening().isEmpty()
                && (!lines.get(end).isProse() || isOfCard(end))) {
            end++;
        }
        int last = end - 1;
        boolean heading = end < kinds.length && last > start + 1 && kinds[last] == null
                && lines.get(last).words() < HEADING
                && !lines.get(last).endsSentence();
        for (int i = start; i < last && heading; i++) {
            heading = lines.get(i).words() >= HEADING;
        }
        return heading ? last : end;
    }

    /** What a day follows at once begins another article. */
    private boolean isOfCard(int index) {
        return index + 1 < kinds.length && Dates.isDateLine(lines.get(index + 1).seen());
    }

    private int mark(int from, int to, Kind kind) {
        for (int i = from; i < to; i++) {
            if (kinds[i] == null) {
                kinds[i] = kind;
            }
        }
        return to - 1;
    }

    /** Inside the text, the name of a section is a heading of the article's own. */
    private void putSectionsBack() {
        for (int i = ends.firstProse() + 1; i < ends.lastProse(); i++) {
            if (kinds[i] == Kind.NAVIGATION && Phrases.isSection(lines.get(i).plain())) {
                kinds[i] = null;
            }
        }
    }

    /** A text of which nothing is left has been misunderstood. */
    private void keepSomething() {
        if (!Arrays.asList(kinds).contains(null)) {
            int title = Arrays.asList(kinds).indexOf(Kind.TITLE);
            if (title >= 0) {
                kinds[title] = null;
            } else {
                Arrays.fill(kinds, null);
            }
        }
    }

    private List<Line> result() {
        List<Line> result = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            Kind kind = kinds[i];
            result.add(new Line(lines.get(i).text(), kind == null ? Kind.BODY : kind, lines.get(i).spaced()));
        }
        return result;
    }
}
