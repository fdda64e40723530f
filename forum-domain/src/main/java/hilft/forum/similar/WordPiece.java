package hilft.forum.similar;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into the pieces that BERT models without letter case know: words at blanks and signs, each then into the
 * longest known pieces from the left, as the models were trained with.
 */
final class WordPiece {

    /** BERT gives up on longer words. */
    private static final int WORD_MAX = 100;

    private static final String INNER = "##";

    private final Map<String, Integer> vocabulary;
    private final int start;
    private final int end;
    private final int unknown;

    private WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        start = special("[CLS]");
        end = special("[SEP]");
        unknown = special("[UNK]");
    }

    /** Reads the {@code tokenizer.json} that comes with a model. */
    static WordPiece read(InputStream tokenizer) {
        try (JsonReader reader = Json.createReader(tokenizer)) {
            JsonObject pieces = reader.readObject().getJsonObject("model").getJsonObject("vocab");
            Map<String, Integer> vocabulary = new HashMap<>(pieces.size() * 2);
            pieces.keySet().forEach(piece -> vocabulary.put(piece, pieces.getInt(piece)));
            return new WordPiece(vocabulary);
        }
    }

    /** The pieces that are whole words of two letters and more, by how usual they are. */
    Map<String, Integer> words() {
        Map<String, Integer> words = new HashMap<>(vocabulary);
        words.keySet().removeIf(piece -> piece.length() < 2 || !Character.isLetter(piece.charAt(0)));
        return words;
    }

    private int special(String piece) {
        Integer id = vocabulary.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("No vocabulary of a BERT model: " + piece + " is missing");
        }
        return id;
    }

    /** The numbers of the pieces with the signs of start and end around them, at most {@code max} in all, at least 2. */
    long[] ids(String text, int max) {
        List<Integer> ids = new ArrayList<>();
        ids.add(start);
        for (String word : words(text)) {
            if (ids.size() >= max - 1) {
                break;
            }
            addPieces(word, ids);
        }
        List<Integer> kept = ids.subList(0, Math.min(ids.size(), max - 1));
        long[] all = new long[kept.size() + 1];
        for (int i = 0; i < kept.size(); i++) {
            all[i] = kept.get(i);
        }
        all[kept.size()] = end;
        return all;
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        plain.codePoints().forEach(c -> {
            if (isLeftOut(c)) {
                return;
            }
            boolean alone = isSign(c) || Character.isIdeographic(c);
            if (alone || Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                endWord(word, words);
            } else {
                word.appendCodePoint(c);
            }
            if (alone) {
                words.add(Character.toString(c));
            }
        });
        endWord(word, words);
        return words;
    }

    private static void endWord(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isLeftOut(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** Punctuation, and the signs of ASCII that Unicode counts among symbols. */
    private static boolean isSign(int c) {
        boolean ascii = c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
        return ascii
                || switch (Character.getType(c)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }

    private void addPieces(String word, List<Integer> ids) {
        int before = ids.size();
        int from = 0;
        while (from < word.length() && word.length() <= WORD_MAX) {
            int to = word.length();
            Integer id = piece(word, from, to);
            while (id == null && --to > from) {
                id = piece(word, from, to);
            }
            if (id == null) {
                break;
            }
            ids.add(id);
            from = to;
        }
        if (from < word.length()) {
            ids.subList(before, ids.size()).clear();
            ids.add(unknown);
        }
    }

    private @Nullable Integer piece(String word, int from, int to) {
        String piece = word.substring(from, to);
        return vocabulary.get(from == 0 ? piece : INNER + piece);
    }
}
