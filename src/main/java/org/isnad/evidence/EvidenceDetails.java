package org.isnad.evidence;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Checks;

/**
 * What a person says about a piece of evidence.
 *
 * @param url
 *            http or https, at most 2,048 characters
 * @param title
 *            at most 500 code points
 * @param quote
 *            the words there that matter; at most 5,000 code points
 * @param note
 *            for colleagues, never published; at most 5,000 code points
 */
public record EvidenceDetails(@Nullable String url, @Nullable String title, @Nullable String quote,
        @Nullable Stance stance,
        @Nullable Source source, @Nullable String note) {

    Checked checked() {
        Checks checks = new Checks();
        String link = checks.optionalLink("url", url);
        if (link == null) {
            checks.fail("url", "required");
        }
        String name = checks.required("title", title, 500);
        String words = checks.optional("quote", quote, 5000);
        String remark = checks.optional("note", note, 5000);
        if (stance == null) {
            checks.fail("stance", "required");
        }
        if (source == null) {
            checks.fail("source", "required");
        }
        checks.done();
        if (link == null || stance == null || source == null) {
            throw new IllegalStateException("checked above");
        }
        return new Checked(link, name, words, stance, source, remark);
    }

    record Checked(String url, String title, @Nullable String quote, Stance stance, Source source,
            @Nullable String note) {}
}
