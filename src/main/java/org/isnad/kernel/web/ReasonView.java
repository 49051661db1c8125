package org.isnad.kernel.web;

/**
 * A form that asks for a reason, as the template {@code forms/reason} shows it.
 *
 * @param id
 *            of the form element, such as {@code dismiss-form}
 * @param action
 *            where it is posted to
 */
public record ReasonView(String id, String action, ReasonForm filled, FormErrors errors) {}
