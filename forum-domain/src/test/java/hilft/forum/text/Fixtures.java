package hilft.forum.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Conformance fixtures that are too big or not ours to ship: {@code HILFT_SHARED}, else a sibling of the checkout. */
final class Fixtures {
    private Fixtures() {}

    static JsonNode json(String name) throws IOException {
        Path file = shared().resolve("fixtures").resolve(name);
        if (!Files.isReadable(file)) {
            System.out.println("NOT MEASURED: " + name + " (set HILFT_SHARED to the folder that holds fixtures/)");
        }
        assumeTrue(Files.isReadable(file), name + " is not there");
        return new ObjectMapper().readTree(file.toFile());
    }

    private static Path shared() {
        String configured = System.getenv("HILFT_SHARED");
        return configured != null
                ? Path.of(configured)
                : Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                        .takeWhile(folder -> folder != null)
                        .filter(folder -> Files.isDirectory(folder.resolve("forum-domain")))
                        .map(checkout -> checkout.resolveSibling("shared"))
                        .findFirst()
                        .orElse(Path.of("../shared"));
    }
}
