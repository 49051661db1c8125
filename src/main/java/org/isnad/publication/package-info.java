/** Publications: what the public sees of a verdict, its editions, corrections and retraction. */
@NullMarked
package org.isnad.publication;

import org.jspecify.annotations.NullMarked;
