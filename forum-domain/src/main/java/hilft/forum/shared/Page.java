package hilft.forum.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list; {@code next} is the opaque value for the following part, or null at the end. */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Makes a page of at most {@code limit} items from a list read one row further. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, cursor.apply(items.get(limit - 1)).encode());
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
