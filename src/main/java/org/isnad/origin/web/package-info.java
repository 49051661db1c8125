/** Outlets and authors where other features' pages name them. */
@NullMarked
package org.isnad.origin.web;

import org.jspecify.annotations.NullMarked;
