package org.isnad.article.extraction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.isnad.article.extraction.HeadLine.Label;

/** What the lines of a saved text announce, as in «الكاتب : …». */
final class Labels {
    /** How many lines after the first paragraph may still be the head's: names and dates stand there too. */
    static final int AFTER_FIRST_PARAGRAPH = 4;
    /** In a text without paragraphs, how many lines can be the head. */
    static final int HEAD = 12;
    static final int LONGEST_LABELLED = 15;
    /** Below a first paragraph, a line with a name has few words. */
    private static final int FEW = 8;
    private static final int ENOUGH = 1000;
    static final Pattern SEPARATOR = Pattern.compile("\\s*[|•·]\\s*|\\s+[-–—»]\\s+");
    static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    /** Who edited an article is named under it; who wrote it, there or above. */
    private static final Pattern EDITED = Pattern.compile("(?:تحرير|editing by) ?:? ?");

    private final List<SavedLine> lines;
    private final @Nullable Kind[] kinds;
    private final TreeMap<Integer, HeadLine> parsed = new TreeMap<>();

    Labels(List<SavedLine> lines, @Nullable Kind[] kinds) {
        this.lines = lines;
        this.kinds = kinds;
    }

    /**
     * Labels count in the head, and further down only in lines that say nothing else.
     *
     * @param paragraph
     *            the index of the first
     */
    void read(int paragraph, Credits credits) {
        for (int i = 0; i < kinds.length; i++) {
            boolean inHead = i <= paragraph + AFTER_FIRST_PARAGRAPH && i <= Math.max(paragraph, HEAD);
            boolean mayBe = kinds[i] == null || kinds[i] == Kind.SOURCES || kinds[i] == Kind.COUNTER
                    || kinds[i] == Kind.HEAD;
            boolean edited = i > paragraph && EDITED.matcher(lines.get(i).plain()).lookingAt();
            if (!mayBe || !inHead && lines.get(i).words() > LONGEST_LABELLED || edited) {
                kinds[i] = edited && mayBe && lines.get(i).words() <= FEW ? Kind.HEAD : kinds[i];
                continue;
            }
            HeadLine line = parse(lines.get(i), i < paragraph || inHead && lines.get(i).words() <= FEW);
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
    }

    /** Before the first paragraph one line may hold name and date, with a sign between them. */
    private static HeadLine parse(SavedLine saved, boolean beforeParagraph) {
        String line = saved.seen();
        HeadLine whole = HeadLine.of(line);
        if (!beforeParagraph || line.length() > ENOUGH || !whole.fields().isEmpty()) {
            return whole;
        }
        Optional<HeadLine> byline = saved.words() <= LONGEST_LABELLED && !saved.endsSentence()
                ? HeadLine.byline(line)
                : Optional.empty();
        return byline.or(() -> Stream.of(SEPARATOR.split(line, 6)).map(HeadLine::of)
                .filter(some -> some.rest().isEmpty() && !some.fields().isEmpty()).findFirst()).orElse(whole);
    }

    /**
     * What is announced so.
     *
     * @param title
     *            the index of the title's line: above it stand other articles, with authors and days of their own
     */
    Optional<Fact<String>> find(Label label, int title) {
        return Stream.concat(parsed.tailMap(title).values().stream(), parsed.headMap(title).values().stream())
                .flatMap(line -> line.fact(label).stream()).findFirst();
    }

    /** The day that a line announces that says nothing else. */
    Stream<Fact<String>> days(int title) {
        return Stream.concat(parsed.tailMap(title).values().stream(), parsed.headMap(title).values().stream())
                .filter(line -> line.rest().isEmpty()).flatMap(line -> line.fact(Label.DATE).stream());
    }

    /** The index of the first line that has the label; empty for none. */
    Optional<Integer> lineOf(Label label) {
        return parsed.entrySet().stream().filter(line -> line.getValue().fields().containsKey(label))
                .map(Map.Entry::getKey).findFirst();
    }

    Optional<String> address() {
        return find(Label.ADDRESS, 0).map(Fact::value).filter(value -> ADDRESS.matcher(value).matches())
                .or(() -> parsed.values().stream().map(HeadLine::rest)
                        .filter(rest -> ADDRESS.matcher(rest).matches()).findFirst());
    }

    /** What the line has before its labels. */
    String rest(int index) {
        HeadLine line = parsed.get(index);
        return line == null ? lines.get(index).seen() : line.rest();
    }
}
