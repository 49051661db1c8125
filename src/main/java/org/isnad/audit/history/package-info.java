/** Reads the history back: of one claim, article or record, and of the whole desk. Each reading by an auditor is itself a step. */
@NullMarked
package org.isnad.audit.history;

import org.jspecify.annotations.NullMarked;
