/**
 * A transparency log with nothing but the JDK: the Merkle tree of RFC 6962 (RFC 9162 §2.1), its proofs, and the C2SP formats in
 * which logs, auditors and witnesses exchange them (signed-note, tlog-checkpoint, tlog-tiles, tlog-proof, tlog-cosignature). It
 * stores nothing and talks to nobody; whoever uses it brings the hashes and the keys.
 * <p>
 * What is malformed is refused with an {@link java.lang.IllegalArgumentException}; what is well-formed and does not hold, with a
 * {@link org.isnad.tlog.VerificationException}. Every text has one spelling: what can be parsed is written again byte for byte.
 */
@NullMarked
package org.isnad.tlog;

import org.jspecify.annotations.NullMarked;
