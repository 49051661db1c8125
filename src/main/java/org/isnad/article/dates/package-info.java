/** Days as people write them on pages: in several calendars, languages and digits, or as so long ago. */
@NullMarked
package org.isnad.article.dates;

import org.jspecify.annotations.NullMarked;
