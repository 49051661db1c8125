package org.isnad.kernel.outbound;

import java.time.Duration;

/** How much one request of {@link Outbound} may take, as whoever runs the desk decided; for those who are told. */
public interface OutboundLimits {
    /** For everything together, until the last byte is there. */
    Duration time();

    /** Of an answer, in bytes, unpacked. */
    long size();
}
