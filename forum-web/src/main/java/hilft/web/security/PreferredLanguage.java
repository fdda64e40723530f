package hilft.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** The language for whatever is said before a page is chosen: by cookie, else by browser, else the operator's. */
final class PreferredLanguage {

    private static final String COOKIE = "hilft-lang";
    private static final Set<String> KNOWN = Set.of("de", "en");

    private PreferredLanguage() {}

    static Locale of(HttpServletRequest request) {
        String tag = Stream.concat(chosen(request), wished(request))
                .filter(KNOWN::contains)
                .findFirst()
                .orElseGet(PreferredLanguage::standard);
        return Locale.forLanguageTag(tag);
    }

    private static Stream<String> chosen(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Stream.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue);
    }

    private static Stream<String> wished(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? Stream.empty()
                : Collections.list(request.getLocales()).stream().map(Locale::getLanguage);
    }

    private static String standard() {
        return ConfigProvider.getConfig()
                .getOptionalValue("hilft.default-language", String.class)
                .orElse("de");
    }
}
