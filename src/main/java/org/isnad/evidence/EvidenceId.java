package org.isnad.evidence;

import java.util.UUID;

/** The id of one piece of evidence. */
public record EvidenceId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
