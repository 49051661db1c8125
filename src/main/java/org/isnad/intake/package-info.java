/** What is sent in lots: lists of articles that the desk goes through in the background, row by row, and reports on row by row. */
@NullMarked
package org.isnad.intake;

import org.jspecify.annotations.NullMarked;
