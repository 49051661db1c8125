package org.isnad.tlog;

/** Something that was read well contradicts what it is said to prove: a wrong signature, path or root. The message names it. */
public final class VerificationException extends RuntimeException {
    public VerificationException(String message) {
        super(message);
    }
}
