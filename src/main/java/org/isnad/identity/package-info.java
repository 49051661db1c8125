/** Who works at the desk: persons, their roles and duties, and the actor behind a request. */
@NullMarked
package org.isnad.identity;

import org.jspecify.annotations.NullMarked;
