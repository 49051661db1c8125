package org.isnad.article.extraction;

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

    /**
     * @param paragraph
     *            the index of the first
     */
    TitleLines(List<SavedLine> lines, @Nullable Kind[] kinds, int paragraph) {
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
     */
    int choose(List<Integer> candidates) {
        List<Integer> near = candidates.stream().filter(i -> i >= paragraph - NEAR).toList();
        return paragraph <= FEW || near.isEmpty() ? amongFew(afterMenu(candidates)) : amongMany(near);
    }

    /** The line with most of what titles have: some words, company, their own words again, a place of their own. */
    private int amongMany(List<Integer> candidates) {
        int best = candidates.get(0);
        int most = Integer.MIN_VALUE;
        for (int i : candidates) {
            SavedLine line = lines.get(i);
            boolean again = line.words() > 2 && candidates.stream()
                    .anyMatch(j -> j != i && (lines.get(j).plain().equals(line.plain())
                            || isTitleWithSite(lines.get(j).plain(), line.plain())));
            int score = length(line.words()) + (again ? 3 : 0) + (hasCompany(i) ? 3 : 0) + (isApart(i) ? 1 : 0)
                    - (line.endsSentence() && !line.seen().endsWith("?") && !line.seen().endsWith("؟") ? 1 : 0);
            if (score > most) {
                most = score;
                best = i;
            }
        }
        return best;
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
        for (int i = index + 1; i <= Math.min(index + BELOW, paragraph - 1); i++) {
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
