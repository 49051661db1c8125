package org.isnad.desk.web;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * What the forms on the page of an outlet or author carry, each some of it.
 *
 * @param name
 *            a new name, or the id of one of the record's names
 * @param into
 *            the id of the other record
 * @param same
 *            what was looked for among the other records
 * @param version
 *            of the record that the person looked at
 */
record OriginForm(@RestForm @Nullable String name, @RestForm @Nullable String into, @RestForm @Nullable String same,
        @RestForm @Nullable String note, @RestForm @Nullable String version) {}
