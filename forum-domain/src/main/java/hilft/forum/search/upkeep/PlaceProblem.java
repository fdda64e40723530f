package hilft.forum.search.upkeep;

import org.jspecify.annotations.Nullable;

/** Why indexes cannot be kept where they should be, in a sentence for the operator. */
class PlaceProblem extends RuntimeException {
    private final String sentence;

    PlaceProblem(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
