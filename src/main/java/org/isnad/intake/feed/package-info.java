/** Feeds that the desk follows: each is looked at on its own schedule, and what is new in it becomes a list to go through. */
@NullMarked
package org.isnad.intake.feed;

import org.jspecify.annotations.NullMarked;
