package org.isnad.testsupport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * A test of the whole application with the real PostgreSQL (its database empty at the start of each test run) and the real
 * Keycloak. Name such classes {@code *IT}.
 *
 * <p>
 * Nothing is left running afterwards, unless {@code -Disnad.test.keep=true}: then the two servers stay in
 * {@code .local/test} and the next run, which takes them over, starts in seconds. The application listens on
 * {@code -Dquarkus.http.test-port} (8181).
 */
@QuarkusTest
@WithTestResource(value = LocalServers.class, scope = TestResourceScope.GLOBAL)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface IsnadTest {
}
