/** Verdicts: rating scales, the working copy of a round, its immutable revisions, and the decisions on them. */
@NullMarked
package org.isnad.verdict;

import org.jspecify.annotations.NullMarked;
