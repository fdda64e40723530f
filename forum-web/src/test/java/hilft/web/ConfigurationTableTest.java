package hilft.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An operator finds every setting in the README, and none that does nothing. */
class ConfigurationTableTest {
    private static final String NAME = "(hilft\\.[a-z][a-z0-9.-]*)";
    private static final Pattern READ = Pattern.compile("(?:"
            + "@ConfigProperty\\(\\s*(?:defaultValue\\s*=\\s*\"[^\"]*\",\\s*)?name\\s*=\\s*"
            + "|get(?:Optional)?Value\\(\\s*|[sS]ecrets?\\.\\w+\\(\\s*"
            + ")\"" + NAME + "\"|MPCONFIG=" + NAME);
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `" + NAME + "`");

    private final Path root = Path.of("..");

    @Test
    void theTableNamesExactlyWhatTheCodeReads() throws IOException {
        var inTable = new TreeSet<String>();
        ROW.matcher(Files.readString(root.resolve("README.md"))).results().forEach(row -> inTable.add(row.group(1)));
        assertThat(inTable).isEqualTo(namesInCode());
    }

    @Test
    void eachWayOfReadingASettingIsSeen() {
        assertThat(namesIn("@ConfigProperty(name = \"hilft.one\", defaultValue = \"\")"))
                .containsExactly("hilft.one");
        assertThat(namesIn("config.getOptionalValue(\n  \"hilft.two-words\", String.class)"))
                .containsExactly("hilft.two-words");
        assertThat(namesIn("Secrets.find(\"hilft.database.password\")")).containsExactly("hilft.database.password");
        assertThat(namesIn("url = \"${MPCONFIG=hilft.database.url}\"")).containsExactly("hilft.database.url");
        assertThat(namesIn("request.setAttribute(\"hilft.token\", token)")).isEmpty();
    }

    private Set<String> namesInCode() {
        var names = new TreeSet<String>();
        Stream.of("forum-domain", "rewards", "forum-web")
                .map(module -> root.resolve(module).resolve("src/main"))
                .flatMap(ConfigurationTableTest::walk)
                .filter(file ->
                        file.toString().endsWith(".java") || file.toString().endsWith(".xml"))
                .forEach(file -> names.addAll(namesIn(read(file))));
        // the row of a secret says that it may stand in a file
        names.removeIf(
                name -> name.endsWith(".file") && names.contains(name.substring(0, name.length() - ".file".length())));
        return names;
    }

    private static Set<String> namesIn(String source) {
        var names = new TreeSet<String>();
        READ.matcher(source)
                .results()
                .forEach(found -> names.add(found.group(1) == null ? found.group(2) : found.group(1)));
        return names;
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
