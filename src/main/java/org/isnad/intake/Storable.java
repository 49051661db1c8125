package org.isnad.intake;

import org.jspecify.annotations.Nullable;

import org.isnad.article.Upload;
import org.isnad.intake.ItemInput.CheckNotes;

/** Rows with a character that the database cannot hold (NUL, half a surrogate pair) are refused, and kept with a mark in its place. */
final class Storable {
    private static final int REPLACEMENT = 0xFFFD;

    private Storable() {}

    static IntakeRow row(IntakeRow row) {
        ItemInput input = input(row.input());
        return input.equals(row.input()) || row.trouble() != null
                ? new IntakeRow(input, row.trouble())
                : new IntakeRow(input, new Trouble("not-text", "The row contains a character that cannot be stored."));
    }

    static @Nullable String text(@Nullable String text) {
        if (text == null || text.codePoints().allMatch(Storable::isStorable)) {
            return text;
        }
        StringBuilder storable = new StringBuilder(text.length());
        text.codePoints().map(c -> isStorable(c) ? c : REPLACEMENT).forEach(storable::appendCodePoint);
        return storable.toString();
    }

    private static ItemInput input(ItemInput in) {
        return new ItemInput(text(in.url()), text(in.title()), text(in.byline()), text(in.outlet()),
                text(in.publishedOn()), text(in.language()), text(in.text()), upload(in.original()), check(in.check()),
                in.separate());
    }

    private static @Nullable Upload upload(@Nullable Upload original) {
        return original == null || original.fileName() == null
                ? original
                : new Upload(text(original.fileName()), original.bytes(), original.fetched());
    }

    private static @Nullable CheckNotes check(@Nullable CheckNotes in) {
        return in == null
                ? null
                : new CheckNotes(text(in.claim()), text(in.tags()), text(in.status()), text(in.created()),
                        text(in.source()), text(in.mediaType()));
    }

    private static boolean isStorable(int c) {
        return c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    }
}
