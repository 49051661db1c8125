package org.isnad.audit.erasure;

import org.isnad.kernel.Action;

/** What happens to a request for erasure; and, in the history of whatever it is about, that values were erased. */
public enum ErasureAction implements Action {
    ERASURE_ASKED,
    ERASURE_WITHDRAWN,
    ERASURE_REFUSED,
    ERASURE_DONE,
    /**
     * Part {@code event/5}: of the step with that number the named fields were erased. Part {@code rows}: the named columns of
     * present rows were.
     */
    ERASED
}
