/**
 * The servers of a one-machine newsroom: a real PostgreSQL and a real Keycloak as child processes, for {@code quarkus:dev},
 * for the tests and for {@code isnad.local=true}. Runs before the application and knows nothing of it.
 */
@NullMarked
package org.isnad.platform.local;

import org.jspecify.annotations.NullMarked;
