package hilft.forum.search.index;

/**
 * How much a shared word counts by where it stands, each 0 or more, 0 leaving the place out; {@code otherLanguage} is
 * the factor for terms of the language that the question is not written in, {@code words} for the unchanged words.
 */
public record Weights(float title, float body, float answers, float otherLanguage, float words) {

    public static final Weights STANDARD = new Weights(1f, 0.3f, 0.5f, 0.3f, 0f);
}
