package org.isnad.kernel.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.interceptor.InterceptorBinding;

/**
 * An API operation that acts once per {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header): sent again with the same
 * key and content it answers what it answered first. Stands on every POST of the API, whose method returns a
 * {@link jakarta.ws.rs.core.Response}. The key is optional; without one the operation simply acts.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {
}
