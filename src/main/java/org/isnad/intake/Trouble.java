package org.isnad.intake;

import org.isnad.article.CodePoints;
import org.isnad.kernel.Problem;

/**
 * Why nothing became of a row.
 *
 * @param reason
 *            stable code that names the text: a field and what is wrong with it ({@code title-required}), what a document is not
 *            ({@code not-text}, {@code empty}), or {@code not-allowed}, {@code not-readable}, {@code gave-up}, {@code broken}, …
 * @param detail
 *            a sentence in English, at most 1,000 code points
 */
public record Trouble(String reason, String detail) {
    private static final int LONGEST = 1000;

    public Trouble {
        detail = CodePoints.head(detail.replace('\0', ' '), LONGEST);
    }

    static Trouble of(Problem problem) {
        String sentence = String.valueOf(problem.getMessage());
        if (problem instanceof Problem.Invalid invalid) {
            Problem.FieldError first = invalid.errors().get(0);
            return new Trouble(first.field() + "-" + first.code(), sentence);
        }
        return new Trouble(problem instanceof Problem.NotAllowed ? "not-allowed" : problem.code(), sentence);
    }
}
