package hilft.forum.shared;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The place in a list after which reading goes on: a sort key and the id that breaks ties. */
public record Cursor(long key, long id) {

    public String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((key + "." + id).getBytes(UTF_8));
    }

    /** Anything that is no cursor of ours reads from the start. */
    public static Optional<Cursor> decode(@Nullable String after) {
        if (after == null || after.isEmpty() || after.length() > 64) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(after), UTF_8);
            int dot = text.indexOf('.');
            return dot < 1
                    ? Optional.empty()
                    : Optional.of(new Cursor(
                            Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
