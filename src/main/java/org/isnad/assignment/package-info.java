/** Assignments: who checks a claim, until when, in which round; taking the next one. */
@NullMarked
package org.isnad.assignment;

import org.jspecify.annotations.NullMarked;
