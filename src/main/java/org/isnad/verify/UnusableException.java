package org.isnad.verify;

import java.util.List;

/** Nothing could be checked: a command that is none, or something that cannot be read. Not a word about the log itself. */
final class UnusableException extends RuntimeException {
    private final Say what;
    private final transient List<Object> details;

    UnusableException(Say what, Object... details) {
        super(what + " " + List.of(details));
        this.what = what;
        this.details = List.of(details);
    }

    Say what() {
        return what;
    }

    List<Object> details() {
        return details;
    }
}
