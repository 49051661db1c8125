/** What is given away so that others can prove it: of a claim, of a publication, of the whole log. An outside verifier needs nothing else. */
@NullMarked
package org.isnad.audit.proof;

import org.jspecify.annotations.NullMarked;
