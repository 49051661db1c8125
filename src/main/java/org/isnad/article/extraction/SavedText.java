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
    private static final int PAGE = 3;
    private static final int CONTINUED = 6;
    private static final int FEW_WORDS = 6;
    /** How many paragraphs after the article may be the site's rules. */
    private static final int RULES = 3;

    /** Under a picture stands whose it is. */
    private static final Pattern CREDITED = Pattern.compile("[^()]{10,150}\\([^()\\d]{2,40}\\)");

    private final List<SavedLine> lines = new ArrayList<>();
    private final String language;
    private final @Nullable Kind[] kinds;
    private final Head head;
    /** Where the article's first paragraph is, and its last; the end and -1 when nothing reads as a paragraph. */
    private int firstProse;
    private int lastProse;

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
    }

    static Extraction read(String text, @Nullable Instant capturedAt) {
        return new SavedText(text, capturedAt).read();
    }

    private Extraction read() {
        markByWords();
        markRepeatedButtons();
        Stretch body = Stretch.of(lines, kinds);
        head.read(body);
        markBeyond(body);
        findProse();
        markParts();
        findProse();
        markHead();
        markAuthor();
        markTail();
        putSectionsBack();
        keepSomething();
        return Extraction.of(head.title(), head.byline(), head.outlet(), head.day(),
                head.address().orElse(null), new Fact<>(language, Where.TEXT, ""), result());
    }

    private void markByWords() {
        for (int i = 0; i < kinds.length; i++) {
            SavedLine line = lines.get(i);
            kinds[i] = line.opening().or(() -> Phrases.kind(line.plain())).orElse(null);
            if (kinds[i] == null && Phrases.isSection(line.plain())) {
                kinds[i] = Kind.NAVIGATION;
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

    private void findProse() {
        firstProse = kinds.length;
        lastProse = -1;
        for (int i = head.end(); i < kinds.length; i++) {
            if (kinds[i] == null && lines.get(i).isProse()) {
                firstProse = Math.min(firstProse, i);
                lastProse = i;
            }
        }
    }

    /** What follows a heading such as «مقالات ذات صلة» belongs to it. */
    private void markParts() {
        int[] before = new int[kinds.length + 1];
        for (int i = 0; i < kinds.length; i++) {
            before[i + 1] = before[i] + (lines.get(i).isProse() ? lines.get(i).words() : 0);
        }
        for (int i = 0; i < kinds.length; i++) {
            Optional<Kind> opening = lines.get(i).opening();
            if (opening.isPresent() && i > firstProse) {
                i = opening.get() == Kind.COMMENTS && 2 * before[i] >= before[kinds.length]
                        ? mark(i + 1, kinds.length, Kind.COMMENTS)
                        : mark(i + 1, endOfList(i + 1), opening.get());
            }
        }
    }

    /** A list of other articles ends where paragraphs begin again. */
    private int endOfList(int start) {
        int end = start;
        while (end < kinds.length && lines.get(end).opening().isEmpty()
                && (!lines.get(end).isProse() || isOfCard(end))) {
            end++;
        }
        return end;
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

    /** Between the title and the first paragraph stand sections, names and dates; a line of some words may be a subtitle. */
    private void markHead() {
        for (int i = 0; i < Math.min(firstProse, kinds.length); i++) {
            SavedLine line = lines.get(i);
            if (kinds[i] == null && (i < head.end() || lastProse >= 0 && isScrap(line))) {
                kinds[i] = i < head.end() ? Kind.NAVIGATION : Kind.HEAD;
            } else if (kinds[i] == null && lastProse >= 0 && CREDITED.matcher(line.seen()).matches()) {
                kinds[i] = Kind.CAPTION;
            }
        }
    }

    /** Under the text the author's name again, and a paragraph on who that is. */
    private void markAuthor() {
        String name = head.byline().map(fact -> Wording.plain(fact.value())).orElse("");
        for (int i = kinds.length - 1; i > firstProse && !name.isEmpty(); i--) {
            if (lines.get(i).plain().equals(name)) {
                boolean last = i + 1 == lastProse;
                kinds[i] = Kind.HEAD;
                if (last) {
                    kinds[lastProse] = Kind.HEAD;
                    findProse();
                }
            }
        }
    }

    /** Where several lines of the page's own stand after the stretch that is the article's, paragraphs after them are the page's too. */
    private void markBeyond(Stretch body) {
        int own = 0;
        for (int i = body.last() + 1; i < kinds.length && body.last() >= body.from(); i++) {
            own += kinds[i] == null ? 0 : 1;
            if (kinds[i] == null && own >= PAGE) {
                kinds[i] = Kind.ELSEWHERE;
            }
        }
    }

    private static boolean isScrap(SavedLine line) {
        return line.words() <= 3 && !line.endsSentence() && !line.seen().endsWith(":");
    }

    /**
     * After the last paragraph a few words without an end are the site's, unless one line of some words stands there alone, or the
     * article's paragraphs have no ends either.
     */
    private void markTail() {
        if (lastProse < 0) {
            return;
        }
        for (int last = 0; last < RULES && lastProse > firstProse
                && Phrases.isRule(lines.get(lastProse).plain()); last++) {
            kinds[lastProse] = Kind.FOOTER;
            findProse();
        }
        long ended = lines.stream().filter(line -> line.isProse() && line.endsSentence()).count();
        boolean endsItsSentences = 2 * ended >= lines.stream().filter(SavedLine::isProse).count();
        int most = endsItsSentences ? 14 : 7;
        int next = lastProse + 1;
        boolean alone = next < kinds.length && kinds[next] == null && lines.get(next).words() >= CONTINUED
                && (next + 1 == kinds.length || kinds[next + 1] != null);
        lastProse += alone ? 1 : 0;
        for (int i = lastProse + 1; i < kinds.length; i++) {
            SavedLine line = lines.get(i);
            boolean ends = line.endsSentence() && line.words() >= 2;
            boolean item = line.isItem() && line.words() >= 4;
            if (kinds[i] == null && !ends && !item && line.words() <= most) {
                kinds[i] = Kind.FOOTER;
            }
        }
    }

    /** Inside the text, the name of a section is a heading of the article's own. */
    private void putSectionsBack() {
        for (int i = firstProse + 1; i < lastProse; i++) {
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
