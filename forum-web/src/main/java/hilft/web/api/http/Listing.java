package hilft.web.api.http;

import hilft.forum.shared.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list as the API shows it; {@code next} is the value for {@code after}, or null at the end. */
public record Listing<T>(List<T> items, @Nullable String next) {

    public static <T> Listing<T> all(List<T> items) {
        return new Listing<>(items, null);
    }

    /** The page's items, turned into representations all at once, so that their authors take one statement. */
    public static <S, T> Listing<T> of(Page<S> page, Function<List<S>, List<T>> representations) {
        return new Listing<>(representations.apply(page.items()), page.next());
    }
}
