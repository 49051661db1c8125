/** Those who hold checkpoints besides the desk: hands new ones to them, checks what they sign, and warns when one refuses. */
@NullMarked
package org.isnad.audit.witness;

import org.jspecify.annotations.NullMarked;
