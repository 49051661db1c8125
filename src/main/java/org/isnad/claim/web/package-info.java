/** Claims on pages and in the API. */
@NullMarked
package org.isnad.claim.web;

import org.jspecify.annotations.NullMarked;
