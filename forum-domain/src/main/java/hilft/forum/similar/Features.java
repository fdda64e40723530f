package hilft.forum.similar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What tells how surely the likest thread asks the same. No text, no person: it may be kept.
 *
 * @param meaning cosine, 0 without a model
 * @param overlap the share of the question's letters in the title, 0 to 1
 * @param back the share of the title's letters in the question, 0 to 1
 * @param lexical the index's score as a share of the best candidate's, 0 to 1
 * @param lead how far its meaning stands out from the middle of the candidates, 0 to 1
 * @param words of the question, as the logarithm of one more than their number
 * @param clash 1 when one asks when and the other where, or only one says not, else 0
 */
public record Features(
        double meaning, double overlap, double back, double lexical, double lead, double words, double clash) {

    static final int COUNT = 7;
    private static final double WORDS_MAX = 30;

    /** Of a thread at a place in the ranking, the first being 0. */
    static Features of(SimilarEngine.Answer answer, int place) {
        List<Likeness> likest = answer.likest();
        Likeness thread = likest.get(place);
        double[] meanings = likest.stream()
                .filter(Likeness::hasCosine)
                .mapToDouble(Likeness::cosine)
                .sorted()
                .toArray();
        double middle = meanings.length == 0 ? 0 : meanings[meanings.length / 2];
        double meaning = thread.hasCosine() ? Math.max(0, thread.cosine()) : 0;
        int words = answer.reading().strip().split("\\s+").length;
        return new Features(
                meaning,
                thread.overlap(),
                thread.back(),
                thread.lexical(),
                thread.hasCosine() ? Math.max(0, meaning - middle) : 0,
                Math.log1p(Math.min(words, WORDS_MAX)),
                Clash.between(answer.reading(), thread.candidate().title()) ? 1 : 0);
    }

    double[] values() {
        return new double[] {meaning, overlap, back, lexical, lead, words, clash};
    }

    /** Short enough for a column of 100 characters; {@link #parse} reads it. */
    @Override
    public String toString() {
        return Arrays.stream(values())
                .mapToObj(value -> String.format(Locale.ROOT, "%.4f", value))
                .collect(Collectors.joining(" "));
    }

    /** @throws IllegalArgumentException when it is not what {@link #toString} writes */
    public static Features parse(String text) {
        String[] parts = text.split(" ");
        if (parts.length != COUNT) {
            throw new IllegalArgumentException("No features: " + text);
        }
        return new Features(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Double.parseDouble(parts[4]),
                Double.parseDouble(parts[5]),
                Double.parseDouble(parts[6]));
    }
}
