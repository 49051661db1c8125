package org.isnad.article.extraction;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Tells a document's article from what stands around it. Never throws, whatever the document is. */
public final class Extractor {
    /** Changes whenever the same document may be read differently; kept with what was extracted. */
    public static final String VERSION = "1";

    private Extractor() {}

    /**
     * Reads a web page.
     *
     * @param address
     *            where the page was found, for pages that do not say it themselves; null for unknown
     */
    public static Extraction html(String html, @Nullable String address) {
        return PageReader.read(html, Optional.ofNullable(address));
    }

    /** Reads a plain text as it was saved or copied from a page. Every line that is not blank is among the lines of the result. */
    public static Extraction savedText(String text) {
        return SavedText.read(text);
    }
}
