package org.isnad.article.extraction;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.isnad.article.CodePoints;

/**
 * One of the first lines of a plain text, taken apart: what it says about the article, as in «الكاتب : …», and the rest.
 *
 * @param line
 *            all of it
 * @param rest
 *            what stands before the first label; the whole line when there is none
 */
record HeadLine(String line, String rest, Map<Label, String> fields) {
    /** What a label announces; {@link #OTHER} ones, such as a count of views, only end the value before them. */
    enum Label {
        TITLE("العنوان|عنوان المقال|title|headline|titre"),
        BYLINE("الكاتبة?|بقلم|حوار(?=\\s*:\\s*\\S+(?:\\s+\\S+){0,2}\\s*$)|إعداد|اعداد|المؤلفة?|المحررة?|تحرير|كتبت?|by|author|written by|byline|auteur|par"),
        OUTLET("المصدر|مصدر الخبر|الموقع|الصحيفة|الناشر|source|publisher|outlet"),
        DATE("التاريخ|تاريخ النشر|نشر في|نُشر في|published|published on|date|posted on|publié le"),
        ADDRESS("الرابط|رابط الخبر|link|url"),
        OTHER("المشاهدات|عدد المشاهدات|القراءات|عدد القراءات|القسم|التصنيف|آخر تحديث|views|category|section|updated|tags");

        private final String names;

        Label(String names) {
            this.names = names;
        }
    }

    private static final int LONGEST_VALUE = 100;
    private static final int LONGEST_LINE = 600;
    private static final Pattern LABEL = Pattern.compile(groups() + "\\s*[:\\uFF1A]\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ARABIC_BYLINE = Pattern.compile("بقلم\\s+(\\S+(?:\\s+\\S+){0,5}?)\\s*[^.؟!\\s]?");
    private static final Pattern NAMES = Pattern
            .compile(
                    "\\p{Lu}[\\p{L}.'’-]*(?:(?:,| and| et| &)?\\s+\\p{Lu}[\\p{L}.'’-]*){0,7}|\\p{Lo}\\S*(?:\\s+\\p{Lo}\\S*){1,3}");
    private static final Pattern LATIN_BYLINE = Pattern
            .compile("(?:By|Par)\\s+(\\p{Lu}[\\p{L}.'’-]*(?:(?:,| and| et| &)?\\s+\\p{Lu}[\\p{L}.'’-]*){0,7})");
    private static final Pattern NAMES_AFTER_BY = Pattern
            .compile(
                    "(?:(?:Written|Posted|Published|Reported|Story|Words|Text)\\s+)?(?:(?:[Bb]y|BY|Par|par)(?:\\s+|\\s*:\\s*|(?=\\p{Lu}))(?=\\p{Lu})"
                            + "|(?:بقلم|كتب|كتبت|كتبه|كتبته|إعداد|اعداد|أعدته?|حاوره|حاورها|أجرى الحوار|تحقيق)\\s*[/\\-–—]\\s*)(.{3,120})");

    /** A line above the text that begins like a byline, and may have the day, an address or a button after the names. */
    static Optional<HeadLine> byline(String line) {
        Matcher by = NAMES_AFTER_BY.matcher(line);
        if (line.length() > LONGEST_LINE || !by.matches()) {
            return Optional.empty();
        }
        String name = Bylines
                .name(by.group(1).split("\\s+(?:@|\\(|(?i:follow|updated|published|on|in|for|at)(?!\\p{L}))", 2)[0]);
        return NAMES.matcher(name).matches()
                ? Optional.of(new HeadLine(line, "", Map.of(Label.BYLINE, name)))
                : Optional.empty();
    }

    static HeadLine of(String line) {
        if (line.length() > LONGEST_LINE) {
            return new HeadLine(line, line, Map.of());
        }
        Matcher bare = ARABIC_BYLINE.matcher(line);
        if (bare.matches() || (bare = LATIN_BYLINE.matcher(line)).matches()) {
            return new HeadLine(line, "", Map.of(Label.BYLINE, bare.group(1)));
        }
        Matcher labels = LABEL.matcher(line);
        long count = labels.results().count();
        labels.reset();
        // One label in the middle of a line is more likely prose: «وقال المصدر: …».
        if (!labels.find() || labels.start() > 0 && count < 2) {
            return new HeadLine(line, line, Map.of());
        }
        String rest = line.substring(0, labels.start()).strip();
        Map<Label, String> fields = new EnumMap<>(Label.class);
        boolean more = true;
        while (more) {
            Label label = label(labels);
            int from = labels.end();
            more = labels.find();
            String value = line.substring(from, more ? labels.start() : line.length())
                    .replaceAll("^[\\s|،,;–-]+|[\\s|،,;.–-]+$", "");
            if (value.isEmpty() || CodePoints.length(value) > LONGEST_VALUE) {
                // Too long for a field: a sentence with a colon in it.
                return label == Label.OTHER || value.isEmpty()
                        ? new HeadLine(line, rest, fields)
                        : new HeadLine(line, line, Map.of());
            }
            fields.putIfAbsent(label, value);
        }
        return new HeadLine(line, rest, fields);
    }

    /** What the line says under such a label. */
    Optional<Fact<String>> fact(Label label) {
        return Optional.ofNullable(fields.get(label)).map(value -> new Fact<>(value, Where.LABEL, line));
    }

    private static Label label(Matcher found) {
        for (Label label : Label.values()) {
            if (found.group(label.name()) != null) {
                return label;
            }
        }
        return Label.OTHER;
    }

    private static String groups() {
        StringBuilder groups = new StringBuilder("(?<![\\p{L}\\p{M}])(?:");
        for (Label label : Label.values()) {
            groups.append(label.ordinal() == 0 ? "" : "|").append("(?<").append(label.name()).append('>')
                    .append(label.names).append(')');
        }
        return groups.append(')').toString();
    }
}
