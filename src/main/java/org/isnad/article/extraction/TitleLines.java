package org.isnad.article.extraction;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.isnad.article.dates.Dates;

/** Chooses the line of a saved text that is its title, among those before the first paragraph that could be. */
final class TitleLines {
    private static final int MOST_CANDIDATES = 200;
    /** More lines than that before the first paragraph are menus and what else pages begin with. */
    private static final int FEW = 5;
    /** So many words are hardly a button's. */
    private static final int SOME = 8;
    /** How far before the first paragraph a title can stand there. */
    private static final int NEAR = 40;
    /** So many lines of so few words, one after the other, are a menu. */
    /** So much more speaks for another than for the first of few. */
    private static final int CLEAR = 3;
    private static final int MENU_LINES = 5;
    private static final int MENU_WORDS = 4;
    /** A title of more words is rather a paragraph. */
    private static final int LONGEST = 25;
    /** How far below the title the author, the day and the buttons stand. */
    private static final int BELOW = 4;
    private static final Pattern SITE = Pattern.compile("\\s*[|•·]\\s*|\\s+[-–—»]\\s+");
    private static final Pattern WAY = Pattern.compile("(?:[|•·/>»:]|\\s[-–—])\\s*$");

    private final List<SavedLine> lines;
    private final @Nullable Kind[] kinds;
    private final int paragraph;
    private final Topic topic;

    /**
     * @param paragraph
     *            the index of the first
     */
    TitleLines(List<SavedLine> lines, @Nullable Kind[] kinds, int paragraph, Topic topic) {
        this.topic = topic;
        this.lines = lines;
        this.kinds = kinds;
        this.paragraph = paragraph;
    }

    /** The candidates without menus, where some are left then. */
    List<Integer> afterMenu(List<Integer> candidates) {
        int menu = endOfMenu();
        List<Integer> afterMenu = candidates.stream().filter(i -> i >= menu).limit(MOST_CANDIDATES).toList();
        return afterMenu.stream().anyMatch(i -> lines.get(i).words() > MENU_WORDS)
                ? afterMenu
                : candidates.stream().limit(MOST_CANDIDATES).toList();
    }

    private int endOfMenu() {
        int end = 0;
        int run = 0;
        for (int i = 0; i < paragraph; i++) {
            boolean item = (kinds[i] == null || kinds[i] == Kind.NAVIGATION) && lines.get(i).words() <= MENU_WORDS;
            run = item ? run + 1 : 0;
            end = run >= MENU_LINES ? i + 1 : end;
        }
        return end;
    }

    /**
     * @param candidates
     *            indices of lines, one at least
     * @param later
     *            of lines below the first paragraph
     */
    int choose(List<Integer> candidates, List<Integer> later) {
        List<Integer> near = candidates.stream().filter(i -> i >= paragraph - NEAR).toList();
        List<Integer> all = Stream.concat(near.stream(), later.stream()).toList();
        boolean few = paragraph <= FEW || near.isEmpty();
        int best = few ? amongFew(afterMenu(candidates)) : amongMany(near);
        if (isSure(best, all)) {
            return withoutWay(best, all);
        }
        int least = score(best, all) + (few ? CLEAR : 1);
        int better = Stream.concat(few ? near.stream() : Stream.empty(), later.stream().filter(i -> isSure(i, all)))
                .filter(i -> score(i, all) >= least).max(Comparator.comparingInt(i -> score(i, all))).orElse(best);
        return withoutWay(better, all);
    }

    /** Whether a line below a paragraph or two is a title, which makes these the page's: not a heading of the text's own. */
    private boolean isSure(int index, List<Integer> all) {
        SavedLine line = lines.get(index);
        return line.words() > 2 && topic.level(line) == 2 && (hasCompany(index) || isAgain(index, all));
    }

    /** The title alone, where the line has the way to it as well and the title comes again below. */
    private int withoutWay(int index, List<Integer> all) {
        String longer = lines.get(index).plain();
        return all.stream().filter(j -> j > index && lines.get(j).words() > 2
                && longer.endsWith(lines.get(j).plain()) && isTitleWithSite(longer, lines.get(j).plain())).findFirst()
                .orElse(index);
    }

    /** The line with most of what titles have: some words, company, their own words again, a place of their own, the text's words. */
    private int amongMany(List<Integer> candidates) {
        int best = candidates.get(0);
        int most = Integer.MIN_VALUE;
        for (int i : candidates) {
            int score = score(i, candidates);
            boolean same = score == most && lines.get(i).plain().equals(lines.get(best).plain());
            if (score > most || same) {
                most = score;
                best = i;
            }
        }
        return best;
    }

    private int score(int index, List<Integer> candidates) {
        SavedLine line = lines.get(index);
        boolean exclaims = line.endsSentence() && !line.seen().endsWith("?") && !line.seen().endsWith("؟");
        return length(line.words()) + (isAgain(index, candidates) ? 3 : 0) + (hasCompany(index) ? 3 : 0)
                + (isApart(index) ? 1 : 0) - (exclaims ? 1 : 0) + 2 * topic.level(line);
    }

    private boolean isAgain(int index, List<Integer> candidates) {
        SavedLine line = lines.get(index);
        return line.words() > 2 && candidates.stream().anyMatch(j -> j != index
                && (lines.get(j).plain().equals(line.plain()) || isTitleWithSite(lines.get(j).plain(), line.plain())));
    }

    private static int length(int words) {
        if (words > LONGEST) {
            return 0;
        }
        return words >= SOME ? 4 : words > MENU_WORDS ? 3 : words > 2 ? 1 : -1;
    }

    private boolean isApart(int index) {
        return lines.get(index).spaced() && index + 1 < lines.size() && lines.get(index + 1).spaced();
    }

    /** Whether the author, a day, or buttons to share stand below. */
    private boolean hasCompany(int index) {
        for (int i = index + 1; i <= Math.min(index + BELOW, lines.size() - 1)
                && !(kinds[i] == null && lines.get(i).isProse()); i++) {
            Kind kind = kinds[i];
            String seen = lines.get(i).seen();
            if (kind == Kind.HEAD || kind == Kind.SHARE || kind == Kind.COUNTER
                    || Stream.of(SITE.split(seen, 4)).anyMatch(Dates::isDateLine)) {
                return true;
            }
        }
        return false;
    }

    /** The line that comes again, else the first that is more than the name of a section. */
    private int amongFew(List<Integer> candidates) {
        for (int i : candidates) {
            if (lines.get(i).words() > 2 && candidates.stream()
                    .anyMatch(j -> j > i && lines.get(j).plain().equals(lines.get(i).plain()))) {
                return i;
            }
        }
        for (int i : candidates) {
            String longer = lines.get(i).plain();
            Optional<Integer> shorter = candidates.stream()
                    .filter(j -> j > i && lines.get(j).words() > 2 && isTitleWithSite(longer, lines.get(j).plain()))
                    .findFirst();
            if (shorter.isPresent()) {
                kinds[i] = Kind.REPEATED_TITLE;
                return shorter.get();
            }
        }
        int first = candidates.get(0);
        return candidates.size() > 1 && lines.get(first).words() <= 2 && lines.get(candidates.get(1)).words() > 3
                ? candidates.get(1)
                : first;
    }

    /** Whether the line is the title with the site after it, or the way to it before. */
    private static boolean isTitleWithSite(String longer, String title) {
        return longer.length() > title.length()
                && (longer.startsWith(title) && SITE.matcher(longer.substring(title.length())).lookingAt()
                        || longer.endsWith(title)
                                && WAY.matcher(longer.substring(0, longer.length() - title.length())).find());
    }
}
