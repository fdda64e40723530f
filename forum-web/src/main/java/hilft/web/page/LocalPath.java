package hilft.web.page;

import org.jspecify.annotations.Nullable;

/** A way back into the forum, never out of it. */
public final class LocalPath {

    private LocalPath() {}

    /** The path if it stays on this site, else {@code /}. */
    public static String of(@Nullable String path) {
        if (path == null || !path.startsWith("/") || path.startsWith("//")) return "/";
        return path.chars().anyMatch(letter -> letter == '\\' || letter < ' ') ? "/" : path;
    }
}
