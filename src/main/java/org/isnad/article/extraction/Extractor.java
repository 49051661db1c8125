package org.isnad.article.extraction;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Tells a document's article from what stands around it. Never throws, whatever the document is. */
public final class Extractor {
    /** Changes whenever the same document may be read differently; kept with what was extracted. */
    public static final String VERSION = "5";

    private Extractor() {}

    /**
     * Reads a web page.
     *
     * @param address
     *            where the page was found, for pages that do not say it themselves; null for unknown
     * @param capturedAt
     *            when the page was as it is, from which «منذ ساعتين» counts back; null for unknown, and then a day that is only
     *            told so stays unknown. Days are those of UTC, since pages do not say whose clock they go by: near midnight the
     *            day can be one off where the page was written, which a person sees from its {@link Mention}
     */
    public static Extraction html(String html, @Nullable String address, @Nullable Instant capturedAt) {
        return PageReader.read(html, Optional.ofNullable(address), capturedAt);
    }

    /**
     * Reads a plain text as it was saved or copied from a page. Every line that is not blank is among the lines of the result.
     *
     * @param capturedAt
     *            as for {@link #html}
     */
    public static Extraction savedText(String text, @Nullable Instant capturedAt) {
        return SavedText.read(text, capturedAt);
    }
}
