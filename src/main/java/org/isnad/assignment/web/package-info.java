/** Assignments over HTTP. */
@NullMarked
package org.isnad.assignment.web;

import org.jspecify.annotations.NullMarked;
