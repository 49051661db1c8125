/** What every feature's pages share: the page frame, the interface language, and how times, numbers and content are shown. */
@NullMarked
package org.isnad.kernel.web;

import org.jspecify.annotations.NullMarked;
