/** Finds marked words again in a later version of the text that they were marked in. */
@NullMarked
package org.isnad.article.anchoring;

import org.jspecify.annotations.NullMarked;
