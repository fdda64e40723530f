package hilft.forum.search.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes vectors of texts whose closeness tells how close their meanings are; a model behind it may be absent. */
public interface Vectors {

    /** No model: texts are found by their words alone. */
    Vectors NONE = new Vectors() {
        @Override
        public String model() {
            return "";
        }

        @Override
        public int dimension() {
            return 384;
        }

        @Override
        public float @Nullable [] of(String text, String language) {
            return null;
        }
    };

    /**
     * What a thread is about: its title, its question and the answer that helps most, each of any length and the last
     * two perhaps empty, in {@code de} or {@code en}.
     */
    record Passage(String title, String body, String answer, String language) {

        static Passage of(IndexedThread thread) {
            String answer = thread.answers().isEmpty() ? "" : thread.answers().get(0);
            return new Passage(thread.title(), thread.body(), answer, thread.language());
        }
    }

    /** Which model makes them, at most 100 characters, empty without one; indexes built with another are built anew. */
    String model();

    /** The length of each vector, 1 to 4,096; constant for a model. */
    int dimension();

    /** The vector of a text that is asked for; null without a model, or when it does not answer in time. */
    float @Nullable [] of(String text, String language);

    /** The vectors of threads that are stored, in their order; null for each that could not be made now. */
    default List<float @Nullable []> of(List<Passage> passages) {
        return passages.stream()
                .map(passage -> of(passage.title(), passage.language()))
                .toList();
    }
}
