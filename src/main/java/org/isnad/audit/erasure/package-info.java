/** Erasing a person's name or a withdrawn text: an admin asks, an auditor sees exactly what will go and confirms. */
@NullMarked
package org.isnad.audit.erasure;

import org.jspecify.annotations.NullMarked;
