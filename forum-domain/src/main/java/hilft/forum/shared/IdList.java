package hilft.forum.shared;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ids with commas between them, as statements give and take them. */
public final class IdList {

    private IdList() {}

    /** None for null and for an empty text. */
    public static Set<Long> read(@Nullable String listed) {
        return listed == null || listed.isEmpty()
                ? Set.of()
                : Stream.of(listed.split(",")).map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** In their order, so that the same ids make the same statement. */
    public static String of(Collection<Long> ids) {
        return ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }
}
