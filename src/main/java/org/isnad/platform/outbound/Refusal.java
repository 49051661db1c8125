package org.isnad.platform.outbound;

import org.isnad.kernel.outbound.FetchFailed.Reason;

/** Why a fetch ends here; the way until then is known to {@link Fetcher}. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    private final Reason reason;

    Refusal(Reason reason, String message) {
        super(readable(message), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    String message() {
        return String.valueOf(getMessage());
    }

    /** Foreign words are part of some messages: no control or invisible characters, and not endless. */
    private static String readable(String message) {
        String line = message.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
