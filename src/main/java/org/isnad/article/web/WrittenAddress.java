package org.isnad.article.web;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An address as somebody wrote it into a form: people leave the scheme out, as browsers let them.
 *
 * @param text
 *            with a scheme, if what was written looks like an address; empty for none
 * @param assumed
 *            whether {@code https://} was put before it
 */
record WrittenAddress(String text, boolean assumed) {
    /** A host with a dot, perhaps a port, and whatever follows; neither a name and password nor another scheme. */
    private static final Pattern WITHOUT_SCHEME = Pattern.compile("[^\\s/:@?#]+\\.[^\\s/:@?#.]+(:\\d{1,5})?([/?#].*)?");

    static WrittenAddress of(@Nullable String written) {
        String text = written == null ? "" : written.strip();
        boolean assumed = WITHOUT_SCHEME.matcher(text).matches();
        return new WrittenAddress(assumed ? "https://" + text : text, assumed);
    }
}
