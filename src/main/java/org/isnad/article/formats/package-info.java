/** Documents that are neither a plain text nor a web page, made into one or the other: PDF, Word, mails and web archives. */
@NullMarked
package org.isnad.article.formats;

import org.jspecify.annotations.NullMarked;
