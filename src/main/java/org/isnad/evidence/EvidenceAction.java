package org.isnad.evidence;

import org.isnad.kernel.Action;

/** What happens to evidence. */
public enum EvidenceAction implements Action {
    EVIDENCE_ADDED,
    EVIDENCE_EDITED,
    EVIDENCE_REMOVED,
    EVIDENCE_PUT_BACK,
    EVIDENCE_MOVED
}
