package hilft.web.faces.kept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Markup by what it shows, as much of it as fits; what nobody asks for any more is forgotten. */
@ApplicationScoped
public class Fragments {

    /** Of text and markup together, at one byte a character. */
    private static final long MOST_BYTES = 24 * 1_048_576L;

    private static final Duration KEPT = Duration.ofMinutes(30);

    /** A value costs about as much as its markup, because that is where its texts stand once more. */
    private static final int BYTES_A_CHARACTER = 2;

    private static final int OVERHEAD = 400;

    /** @param place where the fragment stands in the templates */
    record Key(String place, String language, Object shown) {}

    private final Cache<Key, String> fragments = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, String html) -> OVERHEAD + BYTES_A_CHARACTER * html.length())
            .expireAfterAccess(KEPT)
            .build();

    @Nullable
    String find(Key key) {
        return fragments.getIfPresent(key);
    }

    void keep(Key key, String html) {
        fragments.put(key, html);
    }
}
