@NullMarked
package org.isnad.article.extraction;

import org.jspecify.annotations.NullMarked;
