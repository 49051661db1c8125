/** In which language a text or a passage is written. */
@NullMarked
package org.isnad.article.language;

import org.jspecify.annotations.NullMarked;
