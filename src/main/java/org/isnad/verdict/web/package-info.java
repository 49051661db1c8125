/** Verdicts on pages and in the API. */
@NullMarked
package org.isnad.verdict.web;

import org.jspecify.annotations.NullMarked;
