package org.isnad.kernel;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a list, paged by key: the next piece starts after the last row's key, so a list of a million rows costs the same
 * at its end as at its start.
 *
 * @param next
 *            opaque cursor for the following piece; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /** Makes a page of {@code size} from up to {@code size + 1} rows: the extra row only tells that there is more. */
    public static <T> Page<T> of(List<T> rows, int size, Function<T, String> cursor) {
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, size);
        return new Page<>(items, cursor.apply(items.get(size - 1)));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
