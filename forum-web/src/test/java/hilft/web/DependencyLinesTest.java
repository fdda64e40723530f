package hilft.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each dependency has a line in CONTRIBUTING that says why it is there, and nothing has one that is gone. */
class DependencyLinesTest {
    private static final Pattern FOREIGN =
            Pattern.compile("<groupId>(?!hilft<)[^<]+</groupId>\\s*<artifactId>([^<]+)</artifactId>");
    private static final Pattern NAMED = Pattern.compile("`([A-Za-z0-9_.-]+)`");

    private final Path root = Path.of("..");

    @Test
    void everyDependencyIsExplained() throws IOException {
        var used = new TreeSet<String>();
        for (var module :
                List.of("", "forum-domain", "rewards", "forum-web", "forum-web/src/test/resources/opensearch")) {
            var pom = Files.readString(root.resolve(module).resolve("pom.xml"));
            var withoutExclusions = pom.replaceAll("(?s)<exclusions>.*?</exclusions>", "");
            FOREIGN.matcher(withoutExclusions).results().forEach(found -> used.add(found.group(1)));
        }
        var contributing = Files.readString(root.resolve("CONTRIBUTING.md"));
        var section = contributing.substring(contributing.indexOf("In the product:"));
        var explained = new TreeSet<String>();
        NAMED.matcher(section).results().forEach(found -> explained.add(found.group(1)));
        assertThat(explained).isEqualTo(used);
    }
}
