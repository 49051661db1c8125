/** Getting documents from addresses: what came or why nothing came, and what is kept of it as proof beside the frozen text. */
@NullMarked
package org.isnad.article.capture;

import org.jspecify.annotations.NullMarked;
