package hilft.web.found;

import hilft.web.faces.Assets;
import hilft.web.faces.Language;
import hilft.web.faces.Words;
import jakarta.enterprise.context.RequestScoped;
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
@RequestScoped
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

    public String url(String path) {
        return baseUrl + path;
    }

    /** The address of the page itself: where a page has one for each language, of the one that was asked for. */
    public String canonical(String path, boolean spoken) {
        return spoken
                ? Language.chosen(request.getParameter(Language.PARAMETER))
                        .map(asked -> in(path, asked.getLanguage()))
                        .orElseGet(() -> url(path))
                : url(path);
    }

    /** The address of the page in a language. */
    public String in(String path, String language) {
        return url(path) + "?" + Language.PARAMETER + "=" + language;
    }

    public List<String> getLanguages() {
        return Language.KNOWN.stream().map(Locale::getLanguage).toList();
    }

    public String getPicture() {
        return url(assets.getPath() + "/part/card.png");
    }

    /** As Open Graph names it, with the country. */
    public String getLocale() {
        return words.getLanguage().equals("en") ? "en_US" : "de_DE";
    }

    /** The value of {@code after} as it may stand in an address of ours, or null. */
    public static @Nullable String cursor(@Nullable String after) {
        return after != null && CURSOR.matcher(after).matches() ? after : null;
    }
}
