/** What every request passes through and no feature knows: the clock, HTTP hardening, error answers, request ids, operations. */
@NullMarked
package org.isnad.platform;

import org.jspecify.annotations.NullMarked;
