package hilft.forum.similar;

import java.util.List;

/** Guesses the English of words that both languages have from Latin or Greek, by their endings. */
final class Cognates {

    private record Ending(String german, String english) {}

    private static final int SHORTEST = 6;
    private static final List<Ending> ENDINGS = List.of(
            new Ending("ktionen", "ctions"),
            new Ending("ktion", "ction"),
            new Ending("itäten", "ities"),
            new Ending("ität", "ity"),
            new Ending("itaet", "ity"),
            new Ending("ismus", "ism"),
            new Ending("isierung", "ization"),
            new Ending("ierung", "ation"),
            new Ending("isieren", "ize"),
            new Ending("isiert", "ized"),
            new Ending("logie", "logy"),
            new Ending("grafie", "graphy"),
            new Ending("graphie", "graphy"),
            new Ending("enz", "ence"),
            new Ending("anz", "ance"),
            new Ending("isches", "ic"),
            new Ending("ischen", "ic"),
            new Ending("ischer", "ic"),
            new Ending("ische", "ic"),
            new Ending("isch", "ic"),
            new Ending("ives", "ive"),
            new Ending("iven", "ive"),
            new Ending("iver", "ive"),
            new Ending("iv", "ive"));

    private Cognates() {}

    /** A likely English form, or the word as it is; lower case. */
    static String english(String word) {
        if (word.length() >= SHORTEST) {
            for (Ending ending : ENDINGS) {
                if (word.endsWith(ending.german())) {
                    return word.substring(0, word.length() - ending.german().length()) + ending.english();
                }
            }
        }
        return word;
    }
}
