package hilft.web.page.share;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the server out of what people type when they are asked for it. */
final class MastodonServer {

    private static final int LONGEST = 253;
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    private MastodonServer() {}

    /** Takes {@code example.social}, its address, or a handle as {@code @anna@example.social}. */
    static Optional<String> of(String typed) {
        String text = typed.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("[/?#].*$", "");
        String server = text.substring(text.lastIndexOf('@') + 1);
        return server.length() <= LONGEST && NAME.matcher(server).matches() ? Optional.of(server) : Optional.empty();
    }
}
