package hilft.web.faces.kept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hilft.web.heap.HeapShare;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Markup by what it shows, as much of it as fits; what nobody asks for any more is forgotten. */
@ApplicationScoped
public class Fragments {

    private static final Duration KEPT = Duration.ofMinutes(30);

    /** A value costs about as much as its markup, because that is where its texts stand once more. */
    static final int COPIES = 2;

    private static final int OVERHEAD = 400;

    /**
     * @param place where the fragment stands in the templates
     * @param reader {@link #reader}
     */
    record Key(String place, String reader, Object shown) {}

    private final Cache<Key, byte[]> fragments = Caffeine.newBuilder()
            .maximumWeight(HeapShare.FRAGMENTS.bytes())
            .weigher((Key key, byte[] markup) -> OVERHEAD + COPIES * markup.length)
            .expireAfterAccess(KEPT)
            .build();

    private final Cache<Key, Piece> pieces = Caffeine.newBuilder()
            .maximumWeight(HeapShare.FRAGMENTS_OF_READERS.bytes())
            .weigher((Key key, Piece piece) -> OVERHEAD + piece.weight())
            .expireAfterAccess(KEPT)
            .build();

    /** What makes equal values look different: the language, and the zone of whoever has chosen one. */
    public static String reader(Locale language, @Nullable Object zone) {
        return zone == null ? language.getLanguage() : language.getLanguage() + " " + zone;
    }

    /** The markup in UTF-8. */
    byte @Nullable [] find(Key key) {
        return fragments.getIfPresent(key);
    }

    /** The markup for whoever fills a page with it, which is packed then for all times it is asked for. */
    @Nullable
    Piece piece(Key key) {
        Piece known = pieces.getIfPresent(key);
        if (known == null) {
            byte[] markup = find(key);
            if (markup == null) {
                return null;
            }
            known = Piece.of(markup);
            pieces.put(key, known);
        }
        return known;
    }

    void keep(Key key, byte[] markup) {
        fragments.put(key, markup);
    }
}
