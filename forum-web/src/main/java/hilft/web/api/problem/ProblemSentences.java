package hilft.web.api.problem;

import hilft.forum.shared.FieldError;
import java.util.List;
import java.util.Locale;

/** Says what would be refused before it is, in the words of the refusal. */
public final class ProblemSentences {

    private final ProblemTexts texts;

    private ProblemSentences(ProblemTexts texts) {
        this.texts = texts;
    }

    /** In the language a refusal would have. */
    public static ProblemSentences in(List<Locale> wishes) {
        return new ProblemSentences(new ProblemTexts(ProblemLanguage.of(wishes)));
    }

    public String of(FieldError error) {
        return texts.of(error.code(), error.min(), error.max());
    }
}
