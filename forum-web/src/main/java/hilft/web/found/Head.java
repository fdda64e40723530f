package hilft.web.found;

import hilft.web.faces.Assets;
import hilft.web.faces.Language;
import hilft.web.faces.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What the head of a public page tells those who link to it: absolute addresses, the picture, the languages. */
@Named
@ApplicationScoped
public class Head {
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    @Inject
    HttpServletRequest request;

    @Inject
    Words words;

    @Inject
    Assets assets;

    @Inject
    @ConfigProperty(name = "hilft.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    /** What {@code hi:head} was given, as it stands in the head; what was not given is null. */
    public Card card(
            String path,
            @Nullable Boolean spoken,
            @Nullable String previous,
            @Nullable String next,
            @Nullable Boolean indexable,
            String title,
            String description,
            @Nullable String type,
            @Nullable String feed) {
        boolean inEach = Boolean.TRUE.equals(spoken);
        return new Card(
                canonical(path, inEach),
                inEach ? languages(path) : List.of(),
                url(path),
                given(previous),
                given(next),
                Boolean.FALSE.equals(indexable),
                feed == null || feed.isEmpty() ? null : feed,
                title,
                description,
                type == null || type.isEmpty() ? "website" : type,
                locale(),
                url(assets.getPath() + "/part/card.png"));
    }

    private @Nullable String given(@Nullable String path) {
        return path == null || path.isEmpty() ? null : url(path);
    }

    /** The address of the page itself: where a page has one for each language, of the one that was asked for. */
    private String canonical(String path, boolean spoken) {
        return spoken
                ? Language.chosen(request.getParameter(Language.PARAMETER))
                        .map(asked -> in(path, asked.getLanguage()))
                        .orElseGet(() -> url(path))
                : url(path);
    }

    private List<Spoken> languages(String path) {
        return Language.KNOWN.stream()
                .map(Locale::getLanguage)
                .map(language -> new Spoken(language, in(path, language)))
                .toList();
    }

    private String in(String path, String language) {
        return url(path) + "?" + Language.PARAMETER + "=" + language;
    }

    private String url(String path) {
        return baseUrl + path;
    }

    /** As Open Graph names it, with the country. */
    private String locale() {
        return words.getLanguage().equals("en") ? "en_US" : "de_DE";
    }

    /** The value of {@code after} as it may stand in an address of ours, or null. */
    public static @Nullable String cursor(@Nullable String after) {
        return after != null && CURSOR.matcher(after).matches() ? after : null;
    }

    /** What a page says of itself; {@code languages} is empty for a page with one address. */
    public record Card(
            String canonical,
            List<Spoken> languages,
            String url,
            @Nullable String previous,
            @Nullable String next,
            boolean unlisted,
            @Nullable String feed,
            String title,
            String description,
            String type,
            String locale,
            String picture) {}

    /** The address of a page in a language. */
    public record Spoken(String language, String url) {}
}
