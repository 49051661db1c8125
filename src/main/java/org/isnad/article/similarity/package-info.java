/** Which texts are nearly the same: copies with another headline, a line more, or a sentence changed. */
@NullMarked
package org.isnad.article.similarity;

import org.jspecify.annotations.NullMarked;
