package hilft.forum.search.synonym;

import hilft.forum.shared.FieldError;
import hilft.forum.text.Input;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Synonyms read from text: a line {@code Handy, Smartphone} for words that mean the same, {@code Box => Router} for one
 * that also means another but not the other way round, {@code #} before a remark. What cannot be read is told by its line.
 *
 * @param lines the readable ones, in their order
 * @param errors at most 20; {@code min} is the number of the line, beginning with 1
 */
public record SynonymList(List<Synonym> lines, List<FieldError> errors) {

    /** As the database takes them, in characters. */
    public static final int LONGEST_TEXT = 100_000;

    private static final int LINES_MAX = 2_000;
    private static final int WORDS_MAX = 4;
    private static final int LONGEST_LINE = 500;
    private static final int ERRORS_MAX = 20;
    private static final String FIELD = "synonyms";

    /** The list that comes with the forum: words of the telecommunications trade in German and English. */
    public static String standard() {
        try (InputStream file = SynonymList.class.getResourceAsStream("synonyms.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static SynonymList parse(String typed) {
        List<Synonym> lines = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        if (Input.length(typed) > LONGEST_TEXT) {
            return new SynonymList(List.of(), List.of(new FieldError(FIELD, "synonyms.too_long", 0, LONGEST_TEXT)));
        }
        String[] all = typed.split("\\R", -1);
        for (int i = 0; i < all.length && errors.size() < ERRORS_MAX; i++) {
            String line = Input.line(all[i].replaceFirst("#.*", ""));
            if (line.isEmpty()) {
                continue;
            }
            String error = error(line);
            if (error != null) {
                errors.add(new FieldError(FIELD, error, i + 1, LONGEST_LINE));
            } else if (lines.size() == LINES_MAX) {
                errors.add(new FieldError(FIELD, "synonyms.too_many", i + 1, LINES_MAX));
                break;
            } else {
                lines.add(read(line));
            }
        }
        return new SynonymList(List.copyOf(lines), List.copyOf(errors));
    }

    /** What is wrong with a line, or nothing. */
    private static @Nullable String error(String line) {
        if (Input.length(line) > LONGEST_LINE) {
            return "synonyms.line_too_long";
        }
        String[] sides = line.split("=>", -1);
        if (sides.length > 2) {
            return "synonyms.two_arrows";
        }
        for (String side : sides) {
            for (String words : side.split(",", -1)) {
                if (words.isBlank() || words.codePoints().noneMatch(Character::isLetterOrDigit)) {
                    return "synonyms.nothing";
                }
                if (words.strip().split(" ").length > WORDS_MAX) {
                    return "synonyms.too_many_words";
                }
            }
        }
        return sides.length == 1 && words(line).size() < 2 ? "synonyms.alone" : null;
    }

    private static Synonym read(String line) {
        String[] sides = line.split("=>", -1);
        List<String> said = words(sides[0]);
        return new Synonym(said, sides.length == 1 ? said : words(sides[1]));
    }

    private static List<String> words(String side) {
        Set<String> words = new LinkedHashSet<>();
        for (String one : side.split(",")) {
            words.add(one.strip().toLowerCase(Locale.ROOT));
        }
        return List.copyOf(words);
    }
}
