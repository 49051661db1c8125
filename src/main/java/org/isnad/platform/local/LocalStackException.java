package org.isnad.platform.local;

/** Why the local servers cannot run; the message is for the person at the terminal and says what to do. */
public class LocalStackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LocalStackException(String message) {
        super(message);
    }

    LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }
}
