package hilft.forum.similar;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A language model that turns a text into a vector of length 1, so that texts of like meaning lie close. */
interface Embedder extends AutoCloseable {

    /** Tells models apart whose vectors cannot be compared; at most 100 characters. */
    String model();

    /** The length of each vector, 1 to 4,096. */
    int dimension();

    /** Whether German can be given to it as it is; else it knows English alone and is given a gloss. */
    boolean knowsGerman();

    /**
     * One vector for each text, in their order; of a long text only the beginning counts.
     *
     * @param asked whether these are questions that are asked now, or texts that are stored; some models want to know
     * @param patience how long an answer is waited for
     * @throws EmbedderProblem when there is none in that time
     */
    List<float[]> embed(List<String> texts, boolean asked, Duration patience);

    /** English words that it knows as a whole, in lower case, with their rank from the most usual on; may be empty. */
    default Map<String, Integer> vocabulary() {
        return Map.of();
    }

    @Override
    void close();
}
