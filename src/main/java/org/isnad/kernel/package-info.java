/** What every feature shares: ids, stamps, domain events, problems and keyset pages. Knows no feature. */
@NullMarked
package org.isnad.kernel;

import org.jspecify.annotations.NullMarked;
