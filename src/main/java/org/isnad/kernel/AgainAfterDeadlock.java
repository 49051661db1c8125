package org.isnad.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.interceptor.InterceptorBinding;

/**
 * Of two transactions that wait for each other PostgreSQL gives one up. A method that has a transaction of its own, and this
 * annotation, is carried out again then, a few times; in a transaction of its caller's, only once.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AgainAfterDeadlock {
}
