package org.isnad.article;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.isnad.article.HeadLine.Label;

/**
 * Reads a plain text: proposes title, byline, outlet, date and address from its first lines. The body is the whole text with
 * nothing removed: only a person knows what of it is not the article.
 */
final class PlainTextReader {
    /** How many of the lines with text in them can be the head of an article. */
    private static final int HEAD = 12;
    private static final int LONGEST_TITLE = 250;
    private static final int SHORTENED_TITLE = 120;

    // What content management systems put before an article, and a copy takes along.
    private static final Pattern FURNITURE = Pattern.compile(
            "(?:تخط[ىي] ?(?:إلى|الى) المحتوى|(?:انتقل|الانتقال|اذهب|تجاوز) ?(?:إلى|الى) المحتوى.*|القائمة|بحث|اطبع|طباعة|مشاركة"
                    + "|skip to (?:the )?(?:main )?content|jump to content|menu|search|share|print|aller au contenu.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Set<String> SECTIONS = Set.of("أخبار", "الأخبار", "اخبار", "الرئيسية", "عاجل", "سياسة",
            "السياسة", "محليات", "محلي", "دولي", "دوليات", "عربي", "عربي ودولي", "العالم", "العالم العربي", "اقتصاد",
            "الاقتصاد", "رياضة", "الرياضة", "ثقافة", "ثقافة وفن", "فن", "منوعات", "تقارير", "تقارير وتحقيقات",
            "تحقيقات", "مقالات", "مقالات رأي", "رأي", "آراء", "حوادث", "مجتمع", "صحة", "تكنولوجيا", "علوم",
            "أخبار محلية", "أخبار عربية", "أخبار دولية", "أخبار عربية ودولية", "news", "home", "politics", "world",
            "local", "business", "economy", "sport", "sports", "opinion", "culture", "health", "science", "technology",
            "breaking", "breaking news", "latest", "latest news", "middle east", "actualités", "actualité", "accueil",
            "politique", "monde", "économie", "société", "international", "santé");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    private final String language;
    private final List<HeadLine> head;

    private PlainTextReader(String text) {
        this.language = Languages.of(text);
        this.head = text.lines().map(PlainTextReader::visible).filter(line -> !line.isEmpty()).limit(HEAD)
                .map(HeadLine::of).toList();
    }

    static Reading read(String text) {
        PlainTextReader reader = new PlainTextReader(text);
        Optional<String> title = reader.title();
        return new Reading(title.map(reader::shortened).orElse(null), reader.labelled(Label.BYLINE).orElse(null),
                reader.labelled(Label.OUTLET).orElse(null), reader.date(title).orElse(null),
                reader.address().orElse(null), reader.language, text);
    }

    private Optional<String> title() {
        List<String> candidates = head.stream().map(HeadLine::rest).filter(this::canBeTitle).toList();
        int first = candidates.size() > 1 && isSection(candidates.get(0), candidates.get(1)) ? 1 : 0;
        return labelled(Label.TITLE).or(() -> candidates.stream().skip(first).findFirst());
    }

    private boolean canBeTitle(String line) {
        return line.codePoints().anyMatch(Character::isLetter) && !FURNITURE.matcher(line).matches()
                && !ADDRESS.matcher(line).matches() && !ArticleDates.isAll(line, language);
    }

    /** A known section's name, or a single word, before what looks like a title. */
    private static boolean isSection(String line, String next) {
        boolean titleFollows = CodePoints.length(next) <= LONGEST_TITLE && next.split("\\s+").length > 3;
        return titleFollows && (SECTIONS.contains(line.toLowerCase(Locale.ROOT)) || !line.contains(" "));
    }

    /** Where a paragraph stands in the title's place, its first sentence is proposed, or its first words. */
    private String shortened(String line) {
        if (CodePoints.length(line) <= LONGEST_TITLE) {
            return line;
        }
        String sentence = Sentences.of(line, language).get(0).of(line);
        if (CodePoints.length(sentence) <= LONGEST_TITLE) {
            return sentence;
        }
        String start = CodePoints.head(sentence, SHORTENED_TITLE);
        int lastBlank = start.lastIndexOf(' ');
        return (lastBlank > 0 ? start.substring(0, lastBlank) : start) + "…";
    }

    private Optional<LocalDate> date(Optional<String> title) {
        return labelled(Label.DATE).flatMap(value -> ArticleDates.in(value, language))
                .or(() -> head.stream().map(HeadLine::rest).filter(line -> !line.equals(title.orElse("")))
                        .filter(line -> ArticleDates.isAll(line, language))
                        .flatMap(line -> ArticleDates.in(line, language).stream()).findFirst());
    }

    private Optional<String> address() {
        return labelled(Label.ADDRESS).filter(value -> ADDRESS.matcher(value).matches()).or(
                () -> head.stream().map(HeadLine::rest).filter(line -> ADDRESS.matcher(line).matches()).findFirst());
    }

    private Optional<String> labelled(Label label) {
        return head.stream().flatMap(line -> Optional.ofNullable(line.fields().get(label)).stream()).findFirst();
    }

    /** The line without what is not seen, such as the characters that steer its direction; joiners belong to words. */
    private static String visible(String line) {
        StringBuilder visible = new StringBuilder();
        line.codePoints().filter(c -> Character.getType(c) != Character.FORMAT || c == 0x200C || c == 0x200D)
                .forEach(visible::appendCodePoint);
        // Not only ASCII blanks stand around lines that were copied from web pages.
        return visible.toString().replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "");
    }
}
