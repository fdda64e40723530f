package hilft.forum.similar;

import hilft.forum.text.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far likenesses are trusted now: as the forum came, or as an operator's own decisions taught it. German needs a
 * surer likeness for an answer, since its gloss may mislead.
 */
@ApplicationScoped
public class Confidences {

    private static final String RESOURCE = "confidence.txt";
    private static final Map<String, Confidence> WITH_MODEL = shipped(true);
    private static final Map<String, Confidence> BY_WORDS = shipped(false);

    @Inject
    LanguageModels models;

    private final Map<String, Confidence> adopted = new ConcurrentHashMap<>();

    /** The calibration that came with the forum, for likenesses with a model or by words alone. */
    static Confidence shipped(String language, boolean withModel) {
        List<String> lines = Shipped.lines(RESOURCE);
        return Confidence.parse(lines.get((withModel ? 0 : 2) + (language.equals(Languages.GERMAN) ? 1 : 0)));
    }

    private static Map<String, Confidence> shipped(boolean withModel) {
        return Map.of(
                Languages.ENGLISH, shipped(Languages.ENGLISH, withModel),
                Languages.GERMAN, shipped(Languages.GERMAN, withModel));
    }

    /** What is trusted now for questions in {@code de} or {@code en}. */
    public Confidence current(String language) {
        Confidence taught = adopted.get(language);
        if (taught != null) {
            return taught;
        }
        Map<String, Confidence> shipped = models.textVectors() != null ? WITH_MODEL : BY_WORDS;
        return Objects.requireNonNull(shipped.get(language));
    }

    /** Whether what counts for questions in this language came with the forum and was made with a model. */
    public boolean isShippedWithModel(String language) {
        return !adopted.containsKey(language) && models.textVectors() != null;
    }

    /** Trusts this from now on for questions in this language, on this node. */
    public void adopt(String language, Confidence confidence) {
        adopted.put(language, confidence);
    }

    /** Trusts again what the forum came with. */
    public void reset() {
        adopted.clear();
    }
}
