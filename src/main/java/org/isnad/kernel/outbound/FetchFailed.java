package org.isnad.kernel.outbound;

/** Nothing usable could be fetched. The message is one readable sentence without control characters. */
public final class FetchFailed extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why; the names are stable, stored and shown by their own texts. */
    public enum Reason {
        /** The text is no web address, or is spelt in a way that programs disagree about. */
        NOT_AN_ADDRESS,
        /** Neither http nor https. */
        SCHEME,
        /** A port that the policy does not allow. */
        PORT,
        /** A name or password stands before the host. */
        CREDENTIALS_IN_ADDRESS,
        /** The host is, or one of its addresses is, not on the public internet. */
        FORBIDDEN_ADDRESS,
        /** No server has this name. */
        UNKNOWN_HOST,
        /** No connection, or one that broke. */
        CONNECTION,
        /** No trustworthy encrypted connection: a wrong, expired or unknown certificate, or no TLS at all. */
        TLS,
        /** The time for the whole of it is over. */
        TIMEOUT,
        /** More bytes than allowed. */
        TOO_LARGE,
        /** So small for what it unpacks to that it is meant to do harm. */
        TOO_COMPRESSED,
        /** One redirect more than allowed. */
        TOO_MANY_REDIRECTS,
        /** A redirect that names no usable address. */
        BAD_REDIRECT,
        /** Not HTTP, or an answer that contradicts itself or ends too early. */
        BAD_RESPONSE,
        /** The site's robots.txt asks programs to stay away. */
        ROBOTS,
        /** A readable answer, but not a success. */
        HTTP_STATUS,
        /** Something lay there that was erased at this desk: it is not asked for, or what came is not kept. */
        ERASED
    }

    private final Reason reason;
    private final transient FetchTrace trace;

    public FetchFailed(Reason reason, String message, FetchTrace trace) {
        super(message, null, false, false);
        this.reason = reason;
        this.trace = trace;
    }

    public Reason reason() {
        return reason;
    }

    /** What is known of the way until it failed. */
    public FetchTrace trace() {
        return trace;
    }
}
