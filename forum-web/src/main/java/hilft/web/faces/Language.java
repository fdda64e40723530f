package hilft.web.faces;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The language of a request: the visitor's choice, else that of the address, else the browser's wish, else the operator's default. */
public final class Language {
    public static final String COOKIE = "hilft-lang";

    /** Chooses the language of a page that has an address for each; elsewhere it means nothing. */
    public static final String PARAMETER = "lang";

    public static final List<Locale> KNOWN = List.of(Locale.GERMAN, Locale.ENGLISH);

    private static final String KNOWN_BEFORE = "hilft.language";

    private static final Pattern SPOKEN = Pattern.compile("/|/categories/[^/?]+");

    private Language() {}

    /** The same for the whole of a request. */
    public static Locale of(HttpServletRequest request) {
        if (request.getAttribute(KNOWN_BEFORE) instanceof Locale known) return known;
        Locale found = chosen(cookie(request, COOKIE)).or(() -> asked(request)).orElseGet(() -> wished(request));
        request.setAttribute(KNOWN_BEFORE, found);
        return found;
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        boolean mayAsk = "GET".equals(request.getMethod())
                && request.getQueryString() != null
                && SPOKEN.matcher(path(request)).matches();
        return mayAsk ? chosen(request.getParameter(PARAMETER)) : Optional.empty();
    }

    /** Of the address the visitor sees, also where it has already been led to a view. */
    private static String path(HttpServletRequest request) {
        String address = request.getAttribute(Routes.ADDRESS) instanceof String seen ? seen : request.getRequestURI();
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    /** One of the known languages by its tag, or nothing. */
    public static Optional<Locale> chosen(@Nullable String tag) {
        for (Locale known : KNOWN) {
            if (known.getLanguage().equals(tag)) return Optional.of(known);
        }
        return Optional.empty();
    }

    private static Locale wished(HttpServletRequest request) {
        String wishes = request.getHeader("Accept-Language");
        if (wishes == null) return Default.LANGUAGE;
        Optional<Locale> first = first(wishes);
        if (first.isPresent()) return first.get();
        for (Locale wish : Collections.list(request.getLocales())) {
            Optional<Locale> known = chosen(wish.getLanguage());
            if (known.isPresent()) return known.get();
        }
        return Default.LANGUAGE;
    }

    /** What stands first and without a weight is wanted most; nearly every browser says no more than that. */
    static Optional<Locale> first(String wishes) {
        int comma = wishes.indexOf(',');
        String wish = comma < 0 ? wishes : wishes.substring(0, comma);
        boolean plain = wish.indexOf(';') < 0 && (wish.length() == 2 || wish.startsWith("-", 2));
        return plain ? chosen(wish.substring(0, 2)) : Optional.empty();
    }

    /** Read once, when somebody first asks for it: the operator's word stands until the next start. */
    private static final class Default {
        static final Locale LANGUAGE = chosen(ConfigProvider.getConfig()
                        .getOptionalValue("hilft.default-language", String.class)
                        .orElse("de"))
                .orElse(Locale.GERMAN);
    }

    static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return null;
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) return cookie.getValue();
        }
        return null;
    }
}
