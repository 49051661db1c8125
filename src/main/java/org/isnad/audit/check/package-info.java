/** Compares the state, the history and the tree with each other, for one claim or for all, and names what differs. */
@NullMarked
package org.isnad.audit.check;

import org.jspecify.annotations.NullMarked;
