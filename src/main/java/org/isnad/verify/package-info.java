/**
 * Checks a log of Isnad from outside, with nothing but Java: bundles of one claim's history, whole logs, checkpoints that
 * somebody kept; and a witness that another organisation runs. It believes the key it is given and nothing else. Built as a jar of
 * its own, {@code isnad-verify.jar}.
 */
@NullMarked
package org.isnad.verify;

import org.jspecify.annotations.NullMarked;
