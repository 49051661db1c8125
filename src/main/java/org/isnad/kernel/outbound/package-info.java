/**
 * Asking other people's servers for what a person or a feed names. Features only know this contract; the one place that opens
 * connections is in {@code platform}.
 */
@NullMarked
package org.isnad.kernel.outbound;

import org.jspecify.annotations.NullMarked;
