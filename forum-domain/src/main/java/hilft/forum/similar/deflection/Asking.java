package hilft.forum.similar.deflection;

import hilft.forum.text.Languages;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One time that somebody begins a question: a random token of the page, and the language of the page, {@code de} or {@code en}. */
public record Asking(String token, String language) {

    private static final Pattern TOKEN =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Nothing when the token is no UUID in lower case; any language but English counts as German. */
    public static Optional<Asking> of(@Nullable String token, @Nullable String language) {
        return token != null && TOKEN.matcher(token).matches()
                ? Optional.of(
                        new Asking(token, Languages.ENGLISH.equals(language) ? Languages.ENGLISH : Languages.GERMAN))
                : Optional.empty();
    }
}
