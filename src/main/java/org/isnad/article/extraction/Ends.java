package org.isnad.article.extraction;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Puts aside what stands in a saved text between the title and the first paragraph, and after the last. */
final class Ends {
    /** After so many lines of the page's own, what follows the article is the page's. */
    private static final int PAGE = 3;
    private static final int CONTINUED = 6;
    /** How many paragraphs after the article may be the site's rules. */
    private static final int RULES = 3;
    /** A paragraph on who the author is has no more words. */
    private static final int ABOUT_AUTHOR = 70;

    /** Under a picture stands whose it is. */
    private static final Pattern CREDITED = Pattern.compile("[^()]{10,200}\\([^()\\d]{2,40}\\)");
    private static final Pattern CREDITED_AFTER_SLASH = Pattern.compile(
            ".{10,250}[\\s.]\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,3} ?/ ?\\p{Lu}[\\p{L}.'’ -]{1,30}|.{10,250}[\\s.]/ ?\\p{Lu}[\\p{L}.'’ -]{3,30}");

    private static final Pattern AND = Pattern.compile("\\s*[,،&]\\s*|\\s+(?:and|و)\\s+");
    private static final Pattern ABOUT = Pattern.compile(
            " (?:is (?:a|an|the)|covers|writes|reports|has been|has written|joined|can be reached|صحفي|صحافي|كاتب|باحث|مراسل|محرر)");
    private static final Pattern NUMBER = Pattern.compile("^\\d{1,2}(?:\\.\\d{1,2})*[.)]? ");
    private static final int CREDIT = 4;
    private static final Set<String> AGENCIES = Set.of("رويترز", "ا ف ب", "ا.ف.ب", "اف ب", "فرانس برس", "الفرنسيه",
            "الاناضول", "غيتي", "غيتي ايميجز", "اسوشيتد برس", "ا ب", "ا.ب", "د ب ا",
            "سانا", "وفا", "وكالات", "مواقع التواصل", "مواقع التواصل الاجتماعي", "الانترنت", "انترنت", "ارشيف",
            "ارشيفيه", "الجزيره", "reuters", "afp", "ap", "getty", "getty images", "epa", "file", "file photo",
            "archive");

    private final List<SavedLine> lines;
    private final @Nullable Kind[] kinds;
    private final Head head;
    private int firstProse;
    private int lastProse = -1;

    Ends(List<SavedLine> lines, @Nullable Kind[] kinds, Head head) {
        this.lines = lines;
        this.kinds = kinds;
        this.head = head;
    }

    /** Where the article's first paragraph is; the end when nothing reads as a paragraph. */
    int firstProse() {
        return firstProse;
    }

    /** Where its last is; -1 when nothing reads as one. */
    int lastProse() {
        return lastProse;
    }

    void findProse() {
        firstProse = kinds.length;
        lastProse = -1;
        for (int i = head.end(); i < kinds.length; i++) {
            if (kinds[i] == null && lines.get(i).isProse()) {
                firstProse = Math.min(firstProse, i);
                lastProse = i;
            }
        }
    }

    /** Between the title and the first paragraph stand sections, names and dates; a line of some words may be a subtitle. */
    void markHead() {
        Set<String> inText = new HashSet<>();
        for (int i = firstProse; i < lastProse; i++) {
            inText.add(unnumbered(lines.get(i)));
        }
        for (int i = 0; i < Math.min(firstProse, kinds.length); i++) {
            SavedLine line = lines.get(i);
            boolean listed = !line.seen().endsWith(":") && inText.contains(unnumbered(line));
            if (kinds[i] == null && (i < head.end() || lastProse >= 0 && (isScrap(line) || listed))) {
                kinds[i] = i < head.end() || listed ? Kind.NAVIGATION : Kind.HEAD;
            } else if (kinds[i] == null && lastProse >= 0 && isCredited(line)) {
                kinds[i] = Kind.CAPTION;
            }
        }
    }

    /** Amid the text a line without an end is a caption if whom it credits is known: an agency, or named in a line of the page's. */
    void markCaptions() {
        Set<String> names = new HashSet<>(AGENCIES);
        lines.stream().filter(line -> line.words() <= CREDIT).forEach(line -> names.add(line.plain()));
        for (int i = firstProse + 1; i < lastProse; i++) {
            SavedLine line = lines.get(i);
            if (kinds[i] == null && line.words() >= CREDIT && !line.isProse() && !line.endsSentence()
                    && CREDITED.matcher(line.seen()).matches()
                    && names.contains(Wording.plain(line.seen().substring(line.seen().lastIndexOf('(') + 1)))) {
                kinds[i] = Kind.CAPTION;
            }
        }
    }

    /** A table of contents numbers the headings. */
    private static String unnumbered(SavedLine line) {
        return NUMBER.matcher(line.plain()).replaceFirst("");
    }

    private static boolean isCredited(SavedLine line) {
        return CREDITED.matcher(line.seen()).matches() || CREDITED_AFTER_SLASH.matcher(line.seen()).matches();
    }

    /** Under the text the author's name again, and a paragraph on who that is. */
    void markAuthor() {
        List<String> names = head.byline().stream().flatMap(fact -> AND.splitAsStream(fact.value())).map(Wording::plain)
                .filter(name -> Wording.words(name) > 1).toList();
        for (int i = kinds.length - 1; i > firstProse && !names.isEmpty(); i--) {
            SavedLine line = lines.get(i);
            boolean late = 2 * i > firstProse + lastProse;
            if (names.contains(line.plain())) {
                kinds[i] = Kind.HEAD;
                if (late && i + 1 < kinds.length && isAboutAuthor(i + 1)) {
                    kinds[i + 1] = Kind.HEAD;
                }
            } else if (late && isAboutAuthor(i) && tells(line.plain(), names, i >= lastProse)) {
                kinds[i] = Kind.HEAD;
            }
        }
        findProse();
    }

    /** Whether the line begins with one of the names and, unless it is the last, goes on to say who that is. */
    private static boolean tells(String plain, List<String> names, boolean last) {
        return names.stream().anyMatch(name -> plain.startsWith(name + " ")
                && (last || ABOUT.matcher(plain.substring(name.length())).lookingAt()));
    }

    private boolean isAboutAuthor(int index) {
        return kinds[index] == null && lines.get(index).words() <= ABOUT_AUTHOR && lines.get(index).words() > CONTINUED;
    }

    /** Where several lines of the page's own stand after the stretch that is the article's, paragraphs after them are the page's too. */
    void markBeyond(Stretch body) {
        int own = 0;
        boolean list = false;
        for (int i = body.last() + 1; i < kinds.length && body.last() >= body.from(); i++) {
            SavedLine line = lines.get(i);
            boolean announced = i <= body.last() + 2 && own == 0 && lines.get(i - 1).seen().endsWith(":");
            list = kinds[i] == null && (announced || list);
            own += kinds[i] == null && (list || line.isItem() || line.endsSentence()) ? 0 : 1;
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
    void markTail() {
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
}
