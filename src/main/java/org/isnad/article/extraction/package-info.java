/** Finds in a web page or a saved text what is the article, what is said about it, and what only stands around it. */
@NullMarked
package org.isnad.article.extraction;

import org.jspecify.annotations.NullMarked;
