/** Evidence on pages and in the API. */
@NullMarked
package org.isnad.evidence.web;

import org.jspecify.annotations.NullMarked;
