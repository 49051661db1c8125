/** Claims: one checkable statement each, where it is made, its life cycle, and who contributed to checking it. */
@NullMarked
package org.isnad.claim;

import org.jspecify.annotations.NullMarked;
