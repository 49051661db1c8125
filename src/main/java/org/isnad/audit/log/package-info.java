/** The transparency log (RFC 9162, C2SP tlog-tiles): takes committed events as leaves, signs the tree, keeps the keys and what was signed
 * last outside the database, and serves the tiles. */
@NullMarked
package org.isnad.audit.log;

import org.jspecify.annotations.NullMarked;
