package org.isnad.article.formats;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What came of reading a document in one of the {@link Formats}. */
public sealed interface FormatReading {

    /** An IANA media type. */
    String mediaType();

    /**
     * A document with words in it.
     *
     * @param text
     *            a web page, or a plain text with one paragraph per line and blank lines between them
     * @param html
     *            whether the text is a web page
     * @param title
     *            the document's own heading where it marks one, else what it was filed under; null for none
     * @param author
     *            whom the file names as its author or sender, who need not have written the article; null for none
     * @param created
     *            when the file says it was made or sent, which is not when the article was published; null for none
     * @param address
     *            the web address that an archived page was saved from; null for none
     */
    record Read(String mediaType, String text, boolean html, @Nullable String title, @Nullable String author,
            @Nullable Instant created, @Nullable String address) implements FormatReading {}

    /** A document of a known format whose words cannot be had. */
    record Unreadable(String mediaType, Reason reason) implements FormatReading {}

    enum Reason {
        /** it asks for a password or a key */
        ENCRYPTED("encrypted"),
        /** it breaks the rules of its format */
        DAMAGED("damaged"),
        /** it holds no letters, such as pictures of pages */
        NO_TEXT("no-text"),
        /** it is larger than the limits of {@link Formats}, or unpacks to more */
        TOO_LARGE("too-large");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
