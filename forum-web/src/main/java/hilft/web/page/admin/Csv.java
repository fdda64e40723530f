package hilft.web.page.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes lines of comma-separated values (RFC 4180), each as soon as it is known. It begins with the mark by which
 * spreadsheets know UTF-8, and a text that they would calculate stands behind an apostrophe.
 */
final class Csv {
    static final String TYPE = "text/csv;charset=UTF-8";

    /** What spreadsheets calculate, also behind blanks and in the wide characters of East Asia. */
    private static final Pattern FORMULA = Pattern.compile("[\\s\\p{Z}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n]");

    private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");

    private final Appendable out;

    /** Begins with the names of the columns. */
    Csv(Appendable out, String... columns) {
        this.out = out;
        write("\uFEFF");
        line((Object[]) columns);
    }

    /** Numbers and days stand as they are, everything else is text. */
    void line(Object... values) {
        write(Arrays.stream(values).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String cell(Object value) {
        String text = value.toString();
        if (value instanceof Number) {
            return text;
        }
        String harmless = FORMULA.matcher(text).lookingAt() ? "'" + text : text;
        return SPECIAL.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    private void write(String text) {
        try {
            out.append(text);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
