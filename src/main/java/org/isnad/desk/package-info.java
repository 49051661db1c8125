/** What people work from: pages that join the features. Owns no entity; reads records straight from queries. */
@NullMarked
package org.isnad.desk;

import org.jspecify.annotations.NullMarked;
