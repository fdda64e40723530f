package hilft.web.page.admin;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WritingATableTest {

    private final StringBuilder out = new StringBuilder();

    private String line(Object... values) {
        new Csv(out, "x").line(values);
        return out.substring("\uFEFFx\r\n".length());
    }

    @Test
    void itBeginsWithTheMarkOfUtf8AndTheColumns() {
        new Csv(out, "Tag", "Gelöst, ja").line(LocalDate.of(2026, 11, 25), 3L);
        assertThat(out.toString()).isEqualTo("\uFEFFTag,\"Gelöst, ja\"\r\n2026-11-25,3\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            wlan bricht ab | wlan bricht ab
            wlan, router   | "wlan, router"
            er sagte "ja"  | "er sagte ""ja""\"
            `a\nb`         | `"a\nb"`
            ``             | ``
            """)
    void marksOfTheFormatAreQuoted(String value, String cell) {
        assertThat(line(value)).isEqualTo(cell + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49",
                "-autor:…",
                "@henri",
                "\t=1",
                "  =cmd|' /C calc'!A0",
                "＝1",
                "＠a",
                "\r=1",
                "\u00a0=1"
            })
    void noTextIsCalculated(String value) {
        assertThat(line(value).replaceFirst("^\"", "")).startsWith("'");
    }

    @Test
    void numbersStayNumbers() {
        assertThat(line(-1, 0L, 2.5)).isEqualTo("-1,0,2.5\r\n");
    }
}
