/** Evidence: links with a quote and what they say about a claim, in an order that a verdict can refer to. */
@NullMarked
package org.isnad.evidence;

import org.jspecify.annotations.NullMarked;
