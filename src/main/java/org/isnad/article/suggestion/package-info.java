/** Which statements of an article are worth checking, and who makes them: proposals to a person, who decides. */
@NullMarked
package org.isnad.article.suggestion;

import org.jspecify.annotations.NullMarked;
