package org.isnad.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleIntake;
import org.isnad.article.NewArticle;
import org.isnad.kernel.Problem;

/** Makes an article of a row that holds a document. */
final class RowArticle {
    /** A day, or a moment of which the day counts. */
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ]\\d{2}:\\d{2}.*)?");

    private RowArticle() {}

    /**
     * @throws Problem.Invalid
     *             when there is no readable document in the row, or its day is none
     */
    static NewArticle of(ItemInput row, ArticleIntake intake) {
        if (row.check() == null || row.original() == null) {
            return intake.completed(article(row, row.title()));
        }
        // Of a page that was fetched, its own title counts, and what Check called it only where there is none.
        NewArticle page = intake.completed(article(row, null));
        return page.title() == null ? intake.completed(article(row, row.title())) : page;
    }

    private static NewArticle article(ItemInput row, @Nullable String title) {
        return new NewArticle(row.original(), blankToNull(row.url()), blankToNull(title), blankToNull(row.byline()),
                blankToNull(row.outlet()), day(row.publishedOn()), blankToNull(row.language()), row.text(),
                row.separate());
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Matcher day = DAY.matcher(text.strip());
        try {
            if (day.matches()) {
                return LocalDate.parse(day.group(1));
            }
        } catch (DateTimeException e) {
            // Such as the 31st of June: answered like any other that is none.
        }
        throw new Problem.Invalid("publishedOn", "not-a-date");
    }

    /** A table has an empty cell where it says nothing. */
    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
