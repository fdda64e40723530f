package hilft.forum.search.index;

/**
 * How much a shared word counts by where it stands, each 0 or more, 0 leaving the place out; {@code otherLanguage} is
 * the factor for terms of the language that the question is not written in, {@code words} for the unchanged words,
 * {@code grams} for their letters in rows of four.
 */
public record Weights(float title, float body, float answers, float otherLanguage, float words, float grams) {

    public static final Weights STANDARD = new Weights(1f, 0.3f, 0.5f, 0.3f, 0f, 0.5f);

    /** For threads beside a thread, whose language and spelling are known: a tenth of the work. */
    public static final Weights RELATED = new Weights(1f, 0.3f, 0f, 0f, 0f, 0f);
}
