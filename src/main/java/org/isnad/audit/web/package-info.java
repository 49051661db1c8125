/** The history of a claim as a page and as JSON. */
@NullMarked
package org.isnad.audit.web;

import org.jspecify.annotations.NullMarked;
