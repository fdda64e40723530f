package hilft.forum.similar;

import hilft.forum.search.analysis.Analysis;
import hilft.forum.search.index.Candidate;
import hilft.forum.text.Input;
import hilft.forum.text.Languages;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the threads that ask the same as a text. It needs an index and, if there is one, a language model; it knows no
 * database and no visibility. Safe for many threads.
 */
final class SimilarEngine {

    /** What comes after the first sentences makes a question no clearer, and each word costs time. */
    private static final int TEXT_MAX = 1_000;

    private static final int TYPED_MAX = 10_000;
    private static final int CANDIDATES = 50;
    private static final int TITLES_READ = 100;

    /** Two letters in a row: less is no word of any language that is spoken here. */
    private static final Pattern WORD = Pattern.compile("\\p{L}{2}");

    /** Where candidates come from: {@link hilft.forum.search.index.SearchIndex#candidates}. */
    interface Candidates {
        List<Candidate> of(String text, String language, float @Nullable [] vector, int limit);
    }

    private final Candidates candidates;
    private final @Nullable TextVectors vectors;
    private final Spelling spelling;
    private final AskedLanguage language;
    private final Fusion fusion;

    /** @param vectors null when there is no model */
    SimilarEngine(
            Candidates candidates,
            @Nullable TextVectors vectors,
            Spelling spelling,
            AskedLanguage language,
            Fusion fusion) {
        this.candidates = candidates;
        this.vectors = vectors;
        this.spelling = spelling;
        this.language = language;
        this.fusion = fusion;
    }

    /** An engine over an index; {@code vectors} are those the index was filled with, null when it was without. */
    static SimilarEngine over(
            Candidates candidates,
            Analysis analysis,
            Gloss gloss,
            @Nullable Embedder embedder,
            @Nullable TextVectors vectors) {
        var english = embedder == null ? gloss.englishWords() : embedder.vocabulary();
        var words = english.isEmpty() ? gloss.englishWords() : english;
        return new SimilarEngine(
                candidates, vectors, new Spelling(gloss, words), new AskedLanguage(gloss, words), new Fusion(analysis));
    }

    /** What a text was taken for, and the threads that may ask the same, the likest first; at most 100. */
    record Answer(String language, String reading, List<Likeness> likest) {

        static final Answer NOTHING = new Answer(Languages.GERMAN, "", List.of());
    }

    /**
     * Threads like a text of any length, of which the first 1,000 characters count; none for a text without a word. A
     * last word that no blank follows may be incomplete.
     */
    Answer find(String typed) {
        String text = cleaned(typed);
        String spoken = language.guess(text);
        if (!WORD.matcher(text).find()) {
            return new Answer(spoken, text, List.of());
        }
        List<String> readings =
                spelling.doubts(text, spoken) ? spelling.readings(text, spoken, titles(text, spoken)) : List.of(text);
        float @Nullable [] vector = vectors == null ? null : vectors.between(readings, spoken);
        String reading = readings.get(0);
        List<Candidate> found = candidates.of(reading, spoken, vector, CANDIDATES);
        return new Answer(spoken, reading, fusion.rank(reading, spoken, found));
    }

    /** Titles that share letters with it. */
    private List<String> titles(String text, String spoken) {
        return candidates.of(text, spoken, null, TITLES_READ).stream()
                .map(Candidate::title)
                .toList();
    }

    private static String cleaned(String typed) {
        String start = Input.start(typed, TYPED_MAX);
        String line = Input.line(start);
        if (line.length() > TEXT_MAX) {
            return Input.start(line, TEXT_MAX) + " ";
        }
        boolean ended = !start.isEmpty() && Character.isWhitespace(start.charAt(start.length() - 1));
        return ended ? line + " " : line;
    }
}
