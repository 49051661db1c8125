/** Articles as they came in: what was captured, what it says, and where in it something stands. Its text never changes. */
@NullMarked
package org.isnad.article;

import org.jspecify.annotations.NullMarked;
