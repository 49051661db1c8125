/** What can be said about any text, whatever feature it belongs to: its direction, and how two versions differ word by word. */
@NullMarked
package org.isnad.kernel.text;

import org.jspecify.annotations.NullMarked;
