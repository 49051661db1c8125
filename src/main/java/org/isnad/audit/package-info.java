/**
 * The history: writes down every domain event in the transaction of the change it tells of, with commitments to its values. What is
 * done with these bytes is in the packages below: they are read back ({@code history}), become leaves of a signed tree
 * ({@code log}), which others hold too ({@code witness}), are compared with the state ({@code check}), given away as proofs
 * ({@code proof}), and erased where the law asks for it ({@code erasure}).
 */
@NullMarked
package org.isnad.audit;

import org.jspecify.annotations.NullMarked;
