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

    /** A thread's title and the language it is written in, {@code de} or {@code en}. */
    record Passage(String text, String language) {}

    /** Which model makes them, at most 100 characters, empty without one; indexes built with another are built anew. */
    String model();

    /** The length of each vector, 1 to 4,096; constant for a model. */
    int dimension();

    /** The vector of a text that is asked for; null without a model, or when it does not answer in time. */
    float @Nullable [] of(String text, String language);

    /** The vectors of texts that are stored, in their order; null for each that could not be made now. */
    default List<float @Nullable []> of(List<Passage> passages) {
        return passages.stream()
                .map(passage -> of(passage.text(), passage.language()))
                .toList();
    }
}
