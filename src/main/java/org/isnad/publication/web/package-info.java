/** The public's pages. */
@NullMarked
package org.isnad.publication.web;

import org.jspecify.annotations.NullMarked;
