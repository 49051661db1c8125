/**
 * Breaks the desk on purpose: the packaged application as a process of its own on a PostgreSQL of its own, under a load of real
 * requests, killed, set back and tampered with. docs/faults.md says how often and what came out.
 */
@NullMarked
package org.isnad.fault;

import org.jspecify.annotations.NullMarked;
