package hilft.web.faces;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Light or dark by the visitor's choice; without one the style sheet follows the system. */
public final class Theme {
    public static final String COOKIE = "hilft-theme";
    public static final String SYSTEM = "system";
    private static final Set<String> KNOWN = Set.of("light", "dark");

    private Theme() {}

    public static String of(HttpServletRequest request) {
        return named(Language.cookie(request, COOKIE));
    }

    public static String named(@org.jspecify.annotations.Nullable String name) {
        return name != null && KNOWN.contains(name) ? name : SYSTEM;
    }
}
