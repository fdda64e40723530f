package hilft.forum.text;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Cleans what a person typed before anything looks at it: composed form (NFC), {@code \n} as the only line ending, no
 * control characters, no characters that reverse the reading direction of what follows, no towers of marks over a letter,
 * nothing around it.
 */
public final class Input {
    private static final int REPLACEMENT = 0xFFFD;

    /** Symbols by their kind, and nothing to the eye. */
    private static final int EMPTY_NOTE = 0x1D159;

    private static final int REPLACED_OBJECT = 0xFFFC;

    /** No language puts more marks on a letter; what is piled up higher stands over other people's lines. */
    private static final int MOST_MARKS = 6;

    private static final int FIRST_MARK = 0x300;

    private Input() {}

    /** A text of several lines; nothing typed is an empty string. */
    public static String text(@Nullable String typed) {
        if (typed == null || typed.isEmpty()) {
            return "";
        }
        String lines = typed.replace("\r\n", "\n");
        StringBuilder clean = new StringBuilder(lines.length());
        lines.codePoints().map(Input::readable).filter(c -> c >= 0).forEach(clean::appendCodePoint);
        return trimLines(withoutTowers(Normalizer.normalize(clean, Normalizer.Form.NFC)));
    }

    private static String withoutTowers(String text) {
        if (text.chars().allMatch(c -> c < FIRST_MARK)) {
            return text;
        }
        StringBuilder low = new StringBuilder(text.length());
        int marks = 0;
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (isMark(c)) {
                marks++;
            } else if (Character.getType(c) != Character.FORMAT) {
                marks = 0;
            }
            if (marks <= MOST_MARKS) {
                low.appendCodePoint(c);
            }
        }
        return low.toString();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** A text of one line: every stretch of blanks is one space. */
    public static String line(@Nullable String typed) {
        StringBuilder line = new StringBuilder();
        boolean gap = false;
        String text = text(typed);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = true;
            } else {
                if (gap && line.length() > 0) {
                    line.append(' ');
                }
                gap = false;
                line.append(c);
            }
        }
        return line.toString();
    }

    /** Whether the database can compare it with what it stores as ASCII. */
    public static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** Whether a reader sees a letter, a digit or a symbol of a text; joiners, marks and punctuation alone say nothing. */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(Input::isSeen);
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> !isInvisible(c) && c != EMPTY_NOTE && c != REPLACED_OBJECT;
            default -> false;
        };
    }

    /** Length as the database counts it: characters of Unicode, not UTF-16 units. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** At most the first {@code units} UTF-16 units of a text, never half a character. */
    public static String start(String text, int units) {
        if (text.length() <= units) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(units - 1)) ? units - 1 : units);
    }

    private static int readable(int c) {
        if (c == '\n' || c == '\t') {
            return c;
        }
        if (c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029) {
            return '\n';
        }
        if (Character.isISOControl(c) || turnsReadingDirection(c) || isInvisible(c)) {
            return -1;
        }
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c;
    }

    /** Embeddings, overrides and isolates ("Trojan Source"); the plain marks that Hebrew and Arabic need stay. */
    private static boolean turnsReadingDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isInvisible(int c) {
        return c == 0x00AD
                || c == 0x115F
                || c == 0x1160
                || c == 0x180E
                || c == 0x200B
                || (c >= 0x2060 && c <= 0x2064)
                || c == 0x2800
                || c == 0x3164
                || c == 0xFFA0
                || c == 0xFEFF
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0xFFF9 && c <= 0xFFFB);
    }

    /** Blank lines around go, the indentation of the first line stays: it may be code. */
    private static String trimLines(String text) {
        int start = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            if (text.charAt(i) == '\n') {
                start = i + 1;
            }
        }
        return text.substring(start).stripTrailing();
    }
}
