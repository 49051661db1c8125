/** Journeys in a real browser against the real servers. */
@NullMarked
package org.isnad.browser;

import org.jspecify.annotations.NullMarked;
