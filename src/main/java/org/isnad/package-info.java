/** Isnad, a fact-check review desk: packages by feature, see docs/adr. */
@org.jspecify.annotations.NullMarked
package org.isnad;
