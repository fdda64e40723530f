package hilft.forum.search.synonym;

import hilft.forum.search.analysis.Synonyms;
import hilft.forum.search.analysis.Synonyms.Mistake;
import hilft.forum.shared.FieldError;
import hilft.forum.text.Input;
import java.util.List;
import java.util.Locale;

/** Which lists can be saved: those of which every line can be read. */
final class SynonymRules {

    static final int LONGEST_TEXT = 100_000;

    private static final int ERRORS_MAX = 20;
    private static final String FIELD = "synonyms";

    private SynonymRules() {}

    /** At most 20; the number of the line, beginning with 1, is {@code min}. */
    static List<FieldError> errors(String text) {
        if (Input.length(text) > LONGEST_TEXT) {
            return List.of(new FieldError(FIELD, "synonyms.too_long", 0, LONGEST_TEXT));
        }
        return Synonyms.read(text).mistakes().stream()
                .limit(ERRORS_MAX)
                .map(SynonymRules::error)
                .toList();
    }

    private static FieldError error(Mistake mistake) {
        String code = "synonyms." + mistake.reason().name().toLowerCase(Locale.ROOT);
        return new FieldError(FIELD, code, mistake.line(), 0);
    }
}
