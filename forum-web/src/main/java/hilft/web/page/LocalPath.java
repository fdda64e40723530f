package hilft.web.page;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** A way back into the forum, never out of it. */
public final class LocalPath {

    private LocalPath() {}

    /** The path if it stays on this site, else {@code /}. */
    public static String of(@Nullable String path) {
        if (path == null || !path.startsWith("/") || path.startsWith("//")) return "/";
        try {
            // An address in which a blank or a backslash stands as it is, is no address.
            return new URI(path).toString();
        } catch (URISyntaxException noAddress) {
            return "/";
        }
    }
}
