package org.isnad.kernel;

import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One field's value before and after a change. Values are what JSON can say: text, whole numbers, booleans, lists and maps of
 * these, or null for "was not there"/"is gone".
 *
 * @param field
 *            the field's stable name, such as {@code wording} or {@code evidence.quote}
 */
public record FieldChange(String field, @Nullable Object before, @Nullable Object after) {
    /** The field under which the history keeps why somebody did something, beside what they changed. */
    public static final String REASON = "reason";

    public static FieldChange added(String field, @Nullable Object value) {
        return new FieldChange(field, null, value);
    }

    public static FieldChange removed(String field, @Nullable Object value) {
        return new FieldChange(field, value, null);
    }

    public boolean isChange() {
        return !Objects.equals(before, after);
    }

    /** Those of the given that really change something, in the given order. */
    public static java.util.List<FieldChange> only(FieldChange... changes) {
        return Stream.of(changes).filter(FieldChange::isChange).toList();
    }
}
