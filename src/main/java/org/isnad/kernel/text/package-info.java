/** What can be said about any text, whatever feature it belongs to: how two versions of it differ, word by word. */
@NullMarked
package org.isnad.kernel.text;

import org.jspecify.annotations.NullMarked;
