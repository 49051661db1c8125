/** Answers kept for a while, so that a request that is sent twice acts once (draft-ietf-httpapi-idempotency-key-header). */
@NullMarked
package org.isnad.kernel.idempotency;

import org.jspecify.annotations.NullMarked;
