/** What is kept of a page that was fetched, in a form that other archives read. */
@NullMarked
package org.isnad.article.capture;

import org.jspecify.annotations.NullMarked;
