package hilft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Both languages say the same things, each once. */
class BundlesTest {
    private static final Path FOLDER = Path.of("src/main/resources/hilft");

    @Test
    void germanAndEnglishHaveTheSameKeys() {
        assertThat(keys("de")).containsExactlyInAnyOrderElementsOf(keys("en"));
    }

    @Test
    void noKeyIsThereTwice() {
        assertThat(keys("de")).doesNotHaveDuplicates();
        assertThat(keys("en")).doesNotHaveDuplicates();
    }

    private static List<String> keys(String language) {
        try (var lines = Files.lines(FOLDER.resolve("messages_" + language + ".properties"))) {
            return lines.filter(line -> line.matches("\\s*[^#!\\s].*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
