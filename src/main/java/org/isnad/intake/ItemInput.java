package org.isnad.intake;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.article.Upload;
import org.isnad.article.capture.FetchedDocument;

/**
 * What a row says, as it says it: nothing is checked yet. With a text or an original it is a document; with nothing but an address it
 * names one that has to be fetched.
 *
 * @param publishedOn
 *            the day as the row writes it; ISO 8601 is understood
 * @param separate
 *            true to keep it as an article of its own although a nearly same text is at the desk
 * @param check
 *            what an item of Meedan Check says besides; null for others
 */
public record ItemInput(@Nullable String url, @Nullable String title, @Nullable String byline, @Nullable String outlet,
        @Nullable String publishedOn, @Nullable String language, @Nullable String text, @Nullable Upload original,
        @Nullable CheckNotes check, boolean separate) {
    public ItemInput(@Nullable String url, @Nullable String title, @Nullable String byline, @Nullable String outlet,
            @Nullable String publishedOn, @Nullable String language, @Nullable String text, @Nullable Upload original,
            @Nullable CheckNotes check) {
        this(url, title, byline, outlet, publishedOn, language, text, original, check, false);
    }

    /** Of which nothing could be read. */
    static final ItemInput NOTHING = ofAddress(null, null);

    public static ItemInput ofAddress(@Nullable String url, @Nullable String title) {
        return new ItemInput(url, title, null, null, null, null, null, null, null);
    }

    public static ItemInput ofDocument(Upload original) {
        return new ItemInput(null, null, null, null, null, null, null, original, null);
    }

    boolean isDocument() {
        return original != null || text != null && !text.isBlank();
    }

    /** The attempt that brought the document; null when the desk did not fetch it. */
    @Nullable
    UUID fetchedAs() {
        FetchedDocument fetched = original == null ? null : original.fetched();
        return fetched == null ? null : fetched.id().value();
    }

    /**
     * What Meedan Check says of an item. Shown in the report, and never taken over as a verdict: whoever found it, the desk finds for
     * itself.
     *
     * @param claim
     *            the statement that was to be checked
     * @param mediaType
     *            Check's word for what the item is, such as {@code Claim} or {@code Link}
     */
    public record CheckNotes(@Nullable String claim, @Nullable String tags, @Nullable String status,
            @Nullable String created, @Nullable String source, @Nullable String mediaType) {
        /** Null when there is nothing at all. */
        static @Nullable CheckNotes orNone(@Nullable String claim, @Nullable String tags, @Nullable String status,
                @Nullable String created, @Nullable String source, @Nullable String mediaType) {
            CheckNotes notes = new CheckNotes(claim, tags, status, created, source, mediaType);
            return notes.equals(new CheckNotes(null, null, null, null, null, null)) ? null : notes;
        }
    }
}
