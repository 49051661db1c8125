/** Erasure's pages: asking for it, the list of what was asked, and the auditor's decision. */
@NullMarked
package org.isnad.audit.erasure.web;

import org.jspecify.annotations.NullMarked;
