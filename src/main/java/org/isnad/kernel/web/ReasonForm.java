package org.isnad.kernel.web;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * What a form that asks for a reason carries.
 *
 * @param version
 *            of the thing the person looked at; null where its state alone guards the act
 * @param next
 *            where the person wants to go afterwards, a path of this site
 */
public record ReasonForm(@RestForm @Nullable String reason, @RestForm @Nullable String version,
        @RestForm @Nullable String next) {

    public static ReasonForm empty(@Nullable String version, @Nullable String next) {
        return new ReasonForm(null, version, next);
    }
}
