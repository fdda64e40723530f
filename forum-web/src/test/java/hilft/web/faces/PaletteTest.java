package hilft.web.faces;

import hilft.forum.category.CategoryRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever an admin chooses for a category can be shown, and read in light and dark (WCAG 2.2, 1.4.3 and 1.4.11). */
class PaletteTest {

    private static final Path RESOURCES = Path.of("src/main/webapp/resources");
    private static final Pattern PAIR =
            Pattern.compile("--([\\w-]+): light-dark\\(oklch\\(([^)]*)\\), oklch\\(([^)]*)\\)\\)");

    static Iterable<String> colours() {
        return CategoryRules.COLOURS;
    }

    @ParameterizedTest
    @MethodSource("colours")
    void eachColourCanBeReadOnItsGroundAndOnThePage(String colour) throws IOException {
        Map<String, double[]> page = pairs(Files.readString(RESOURCES.resolve("css/tokens.css")));
        Map<String, double[]> own = pairs(rule(colour));

        for (int theme = 0; theme < 2; theme++) {
            double ink = of(own, "colour-ink", theme);
            assertThat(contrast(ink, of(own, "colour-soft", theme)))
                    .as("on its ground")
                    .isGreaterThan(4.5);
            for (String ground : new String[] {"ground", "surface", "hover", "brand-soft"}) {
                assertThat(contrast(ink, of(page, ground, theme))).as(ground).isGreaterThan(4.5);
            }
        }
    }

    @Test
    void eachIconIsInTheSprite() throws IOException {
        String sprite = Files.readString(RESOURCES.resolve("part/icons.svg"));

        assertThat(CategoryRules.ICONS).allSatisfy(icon -> assertThat(sprite).contains("id=\"" + icon + "\""));
    }

    @Test
    void contrastIsWhatItIsElsewhere() {
        assertThat(contrast(luminance("1 0 0"), luminance("0 0 0"))).isBetween(20.9, 21.1);
        assertThat(contrast(luminance("0.5 0 0"), luminance("1 0 0"))).isBetween(5.8, 6.2);
    }

    private static double of(Map<String, double[]> pairs, String token, int theme) {
        return Objects.requireNonNull(pairs.get(token), token)[theme];
    }

    private static String rule(String colour) throws IOException {
        return Files.readString(RESOURCES.resolve("css/colour.css"))
                .lines()
                .filter(line -> line.contains(".colour-" + colour + " "))
                .findFirst()
                .orElseThrow();
    }

    /** The luminances of a token in light and dark. */
    private static Map<String, double[]> pairs(String css) {
        Map<String, double[]> pairs = new HashMap<>();
        Matcher pair = PAIR.matcher(css);
        while (pair.find()) {
            pairs.put(pair.group(1), new double[] {luminance(pair.group(2)), luminance(pair.group(3))});
        }
        return pairs;
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** Of a colour in oklch, by the matrices of CSS Color 4; what lies outside of sRGB is cut off. */
    private static double luminance(String oklch) {
        String[] parts = oklch.strip().split("\\s+");
        double lightness = Double.parseDouble(parts[0]);
        double chroma = Double.parseDouble(parts[1]);
        double hue = Math.toRadians(Double.parseDouble(parts[2]));
        double a = chroma * Math.cos(hue);
        double b = chroma * Math.sin(hue);
        double l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        double m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        double s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        double red = cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        double green = cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        double blue = cut(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    private static double cut(double channel) {
        return Math.max(0, Math.min(1, channel));
    }
}
