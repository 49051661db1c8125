/** Lists of articles over HTTP: batches of programs, imports of people, and how far each is. */
@NullMarked
package org.isnad.intake.web;

import org.jspecify.annotations.NullMarked;
