/** Outlets and authors: the records that the names lead to which articles state, and how people put them in order. */
@NullMarked
package org.isnad.origin;

import org.jspecify.annotations.NullMarked;
