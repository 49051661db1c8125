/**
 * The history: writes down every domain event in the transaction of the change it tells of, and reads it back. The proof that
 * nothing was changed afterwards is built upon the bytes written here.
 */
@NullMarked
package org.isnad.audit;

import org.jspecify.annotations.NullMarked;
