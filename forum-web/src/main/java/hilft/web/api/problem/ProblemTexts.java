package hilft.web.api.problem;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of problems in one language, under {@code problem.<code>}. */
record ProblemTexts(Locale language) {

    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The bounds of a field stand for {@code {0}} and {@code {1}}. */
    String of(String code, Object... bounds) {
        ResourceBundle bundle = ResourceBundle.getBundle("hilft.messages", language, NO_OTHER_LANGUAGE);
        return new MessageFormat(bundle.getString("problem." + code), language).format(bounds);
    }
}
