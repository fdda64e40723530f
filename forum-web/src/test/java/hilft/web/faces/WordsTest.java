package hilft.web.faces;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {
    private static final Pattern KEY = Pattern.compile("msg\\['([^']+)'\\]|words\\.of\\('([^']+)'");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(Words.bundle(Locale.GERMAN).keySet())
                .isEqualTo(Words.bundle(Locale.ENGLISH).keySet());
    }

    @Test
    void everyKeyOfAPageHasItsText() throws IOException {
        var keys = new TreeSet<String>();
        try (Stream<Path> views = Files.walk(Path.of("src/main/webapp"))) {
            for (Path view :
                    views.filter(path -> path.toString().endsWith(".xhtml")).toList()) {
                keys.addAll(keysOf(Files.readString(view)));
            }
        }
        assertThat(keys).hasSizeGreaterThan(100);
        assertThat(Words.bundle(Locale.GERMAN).keySet()).containsAll(keys);
    }

    private static TreeSet<String> keysOf(String view) {
        return KEY.matcher(view).results().map(WordsTest::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    @Test
    void moneyHasTwoDigitsAndATenthOfACentWhereThereIsOne() {
        assertThat(Words.money(new BigDecimal("0.200"), Locale.ENGLISH)).isEqualTo("$0.20");
        assertThat(Words.money(new BigDecimal("0.015"), Locale.ENGLISH)).isEqualTo("$0.015");
        assertThat(Words.money(new BigDecimal("1234.5"), Locale.GERMAN)).isEqualTo("1.234,50\u00a0$");
    }

    @Test
    void everyTextWithValuesIsAValidPattern() throws IOException {
        for (Locale locale : Language.KNOWN) {
            Properties texts = new Properties();
            try (var reader = Files.newBufferedReader(
                    Path.of("src/main/resources/hilft/messages_" + locale.getLanguage() + ".properties"))) {
                texts.load(reader);
            }
            texts.forEach((key, text) -> {
                if (text.toString().contains("{0")) {
                    assertThat(new MessageFormat(text.toString(), locale).format(new Object[] {2, 3}))
                            .as("%s", key)
                            .doesNotContain("{0");
                }
            });
        }
    }

    @Test
    void countsSpeakInTheSingular() {
        assertThat(Words.in(Locale.GERMAN, "member.points", 1)).isEqualTo("1 Punkt");
        assertThat(Words.in(Locale.GERMAN, "member.points", 1240)).isEqualTo("1.240 Punkte");
        assertThat(Words.in(Locale.ENGLISH, "member.points", 1240)).isEqualTo("1,240 points");
    }

    @Test
    void nothingShouts() {
        for (Locale locale : Language.KNOWN) {
            var bundle = Words.bundle(locale);
            assertThat(bundle.keySet()).noneMatch(key -> bundle.getString(key).contains("!"));
        }
    }
}
