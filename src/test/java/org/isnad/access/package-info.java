/** Every endpoint times everybody who could call it. */
@NullMarked
package org.isnad.access;

import org.jspecify.annotations.NullMarked;
