package hilft.forum.similar;

import hilft.forum.search.index.Vectors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

import static hilft.forum.text.Languages.GERMAN;

/**
 * The vectors of questions and threads; German goes through its gloss when the model knows English alone. A thread's
 * vector leans from its title towards its question and its best answer, which often say in other words what it is about.
 */
final class TextVectors implements Vectors {

    private static final Logger LOG = Logger.getLogger(TextVectors.class.getName());

    /** To be raised when the same model and gloss would make other vectors of the same thread. */
    private static final int VERSION = 1;

    static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration PATIENCE_FOR_STORED = Duration.ofSeconds(30);
    private static final int AT_ONCE = 32;
    private static final int REMEMBERED = 2_000;

    /** How far a vector leans, and the characters of a text that count for it: more made it no better. */
    private static final double OF_ANSWER = 0.7;

    private static final double OF_BODY = 0.35;
    private static final int PASSAGE_MAX = 200;
    private static final int ASKED_MAX = 1_000;

    private final Embedder embedder;
    private final Gloss gloss;
    private final Map<String, float[]> remembered = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > REMEMBERED;
        }
    });
    private volatile @Nullable EmbedderProblem problem;

    TextVectors(Embedder embedder, Gloss gloss) {
        this.embedder = embedder;
        this.gloss = gloss;
    }

    @Override
    public String model() {
        String glossed = embedder.knowsGerman() ? "" : "/" + gloss.fingerprint();
        return shorten(embedder.model() + glossed + "/" + VERSION, 100);
    }

    @Override
    public int dimension() {
        return embedder.dimension();
    }

    /** Why the last text got no vector; null when it got one. */
    @Nullable
    EmbedderProblem problem() {
        return problem;
    }

    @Override
    public float @Nullable [] of(String text, String language) {
        String asked = readable(shorten(text, ASKED_MAX), language);
        if (asked.isBlank()) {
            return null;
        }
        float[] known = remembered.get(asked);
        if (known == null) {
            List<float[]> made = embed(List.of(asked), true, PATIENCE);
            if (made == null) {
                return null;
            }
            known = made.get(0);
            remembered.put(asked, known);
        }
        return known.clone();
    }

    /** The middle between the readings of one question; null when there is none. */
    float @Nullable [] between(List<String> readings, String language) {
        float @Nullable [] middle = null;
        for (String reading : readings) {
            float @Nullable [] vector = of(reading, language);
            if (vector == null) {
                continue;
            }
            if (middle == null) {
                middle = vector;
            } else {
                Vector.add(middle, 1, vector);
            }
        }
        return middle == null ? null : Vector.unit(middle);
    }

    @Override
    public List<float @Nullable []> of(List<Passage> passages) {
        List<String> texts = new ArrayList<>(passages.size() * 3);
        for (Passage passage : passages) {
            texts.add(readable(passage.title(), passage.language()));
            texts.add(readable(shorten(passage.body(), PASSAGE_MAX), passage.language()));
            texts.add(readable(shorten(passage.answer(), PASSAGE_MAX), passage.language()));
        }
        Map<String, float[]> made = stored(texts);
        List<float @Nullable []> vectors = new ArrayList<>(passages.size());
        for (int i = 0; i < passages.size(); i++) {
            vectors.add(leaning(
                    made.get(texts.get(3 * i)), made.get(texts.get(3 * i + 1)), made.get(texts.get(3 * i + 2))));
        }
        return vectors;
    }

    private static float @Nullable [] leaning(
            float @Nullable [] title, float @Nullable [] body, float @Nullable [] answer) {
        if (title == null) {
            return null;
        }
        float[] vector = title.clone();
        if (body != null) {
            Vector.add(vector, OF_BODY, body);
        }
        if (answer != null) {
            Vector.add(vector, OF_ANSWER, answer);
        }
        return Vector.unit(vector);
    }

    private Map<String, float[]> stored(List<String> texts) {
        List<String> distinct =
                texts.stream().filter(text -> !text.isBlank()).distinct().toList();
        Map<String, float[]> made = new LinkedHashMap<>();
        for (int from = 0; from < distinct.size(); from += AT_ONCE) {
            List<String> some = distinct.subList(from, Math.min(from + AT_ONCE, distinct.size()));
            List<float[]> vectors = embed(some, false, PATIENCE_FOR_STORED);
            for (int i = 0; vectors != null && i < some.size(); i++) {
                made.put(some.get(i), vectors.get(i));
            }
        }
        return made;
    }

    private @Nullable List<float[]> embed(List<String> texts, boolean asked, Duration patience) {
        try {
            List<float[]> vectors = embedder.embed(texts, asked, patience);
            problem = null;
            return vectors;
        } catch (EmbedderProblem e) {
            if (problem == null) {
                LOG.log(Level.WARNING, "Same questions are found by words alone: " + e.getMessage());
                LOG.log(Level.FINE, "The embedder failed", e);
            }
            problem = e;
            return null;
        }
    }

    private String readable(String text, String language) {
        return embedder.knowsGerman() || !language.equals(GERMAN) ? text : gloss.english(text);
    }

    private static String shorten(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max);
    }
}
