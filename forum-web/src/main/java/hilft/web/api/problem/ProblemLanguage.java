package hilft.web.api.problem;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/** The language of problems: Accept-Language alone decides, since a client has no cookie and a script sends its page's language. */
final class ProblemLanguage {

    private static final Set<String> KNOWN = Set.of("de", "en");

    private ProblemLanguage() {}

    static Locale of(List<Locale> wishes) {
        return Locale.forLanguageTag(wishes.stream()
                .map(Locale::getLanguage)
                .filter(KNOWN::contains)
                .findFirst()
                .orElseGet(() -> ConfigProvider.getConfig()
                        .getOptionalValue("hilft.default-language", String.class)
                        .filter(KNOWN::contains)
                        .orElse("de")));
    }
}
