package org.isnad.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVRecord;

import org.isnad.kernel.Problem;

/** A table of articles, with a head in English or Arabic. */
final class ArticleTable {
    private enum Field {
        URL,
        TITLE,
        BYLINE,
        OUTLET,
        PUBLISHED_ON,
        LANGUAGE,
        TEXT,
        SEPARATE
    }

    private static final Map<Field, Set<String>> NAMES = Map.of(
            Field.URL, names("url", "link", "address", "web address", "رابط", "الرابط", "عنوان الويب", "عنوان الصفحة"),
            Field.TITLE, names("title", "headline", "عنوان", "العنوان"),
            Field.BYLINE, names("byline", "author", "كاتب", "الكاتب", "بقلم", "المؤلف"),
            Field.OUTLET,
            names("outlet", "publisher", "site", "جهة النشر", "الجهة الناشرة", "الناشر", "المنبر", "الوسيلة"),
            Field.PUBLISHED_ON, names("published on", "published", "published at", "date", "تاريخ النشر", "التاريخ"),
            Field.LANGUAGE, names("language", "lang", "لغة", "اللغة"),
            Field.TEXT, names("text", "body", "content", "نص", "النص", "المتن"), Field.SEPARATE,
            names("separate", "own article", "مستقل", "مستقلة", "مقالة مستقلة"));
    private static final Set<String> YES = names("yes", "true", "1", "x", "نعم");
    private static final Set<String> NO = names("no", "false", "0", "لا");

    private final Head<Field> head;

    /**
     * @throws Problem.Invalid
     *             field {@code file}, code {@code no-head}: without an address or a text there is no article
     */
    ArticleTable(List<String> names) {
        head = new Head<>(names, NAMES);
        if (!head.has(Field.URL) && !head.has(Field.TEXT)) {
            throw new Problem.Invalid("file", "no-head");
        }
    }

    IntakeRow row(CSVRecord row) {
        String separate = head.cell(row, Field.SEPARATE);
        String choice = separate == null ? "" : Head.plain(separate);
        ItemInput input = new ItemInput(head.cell(row, Field.URL), head.cell(row, Field.TITLE),
                head.cell(row, Field.BYLINE), head.cell(row, Field.OUTLET), head.cell(row, Field.PUBLISHED_ON),
                head.cell(row, Field.LANGUAGE), head.cell(row, Field.TEXT), null, null, YES.contains(choice));
        return separate == null || YES.contains(choice) || NO.contains(choice)
                ? IntakeRow.of(input)
                : new IntakeRow(input, new Trouble("separate-not-yes-or-no", "It says neither yes nor no."));
    }

    private static Set<String> names(String... names) {
        return Stream.of(names).map(Head::plain).collect(Collectors.toSet());
    }
}
