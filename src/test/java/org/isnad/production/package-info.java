/** What a production set-up is made of: the container files, the proxy, the realm and older databases, as far as a test can run them. */
@NullMarked
package org.isnad.production;

import org.jspecify.annotations.NullMarked;
