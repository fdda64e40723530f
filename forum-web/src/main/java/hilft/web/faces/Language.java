package hilft.web.faces;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The language of a request: the visitor's choice, else the browser's wish, else the operator's default. */
public final class Language {
    public static final String COOKIE = "hilft-lang";
    public static final List<Locale> KNOWN = List.of(Locale.GERMAN, Locale.ENGLISH);

    private Language() {}

    public static Locale of(HttpServletRequest request) {
        return chosen(cookie(request, COOKIE)).orElseGet(() -> wished(request));
    }

    /** One of the known languages by its tag, or nothing. */
    public static Optional<Locale> chosen(@Nullable String tag) {
        return KNOWN.stream().filter(known -> known.getLanguage().equals(tag)).findFirst();
    }

    private static Locale wished(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") != null) {
            for (Locale wish : Collections.list(request.getLocales())) {
                Optional<Locale> known = chosen(wish.getLanguage());
                if (known.isPresent()) return known.get();
            }
        }
        return chosen(ConfigProvider.getConfig()
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
