/** What tests share: the real servers, signing in as a demo account, the browser. */
@NullMarked
package org.isnad.testsupport;

import org.jspecify.annotations.NullMarked;
