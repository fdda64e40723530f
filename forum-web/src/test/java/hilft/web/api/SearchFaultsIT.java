package hilft.web.api;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hilft.stack.Stack;
import hilft.stack.TestStack;
import hilft.web.security.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

import static hilft.web.api.Person.ASKER;
import static hilft.web.api.Person.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever happens to the index, the forum goes on, and everything can be found again. */
class SearchFaultsIT {

    private final Stack stack = TestStack.get();
    private final Path folder = stack.folder().resolve("search");

    @Test
    void aFolderThatIsDeletedUnderTheRunningForumIsMadeAgain() throws IOException {
        long before = ask("Ameisenbär im Serverraum gesichtet");
        Patience.awaitThat(() -> found("Ameisenbär").contains(before), true);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
        assertThat(ready()).isTrue();
        long after = ask("Ameisenbär wieder weg");

        Patience.awaitThat(() -> found("Ameisenbär").containsAll(List.of(before, after)), true);
        assertThat(ready()).isTrue();
        assertThat(Files.exists(folder.resolve("lock"))).isTrue();
    }

    private boolean ready() {
        JsonObject health = JsonParser.parseString(
                        stack.call("GET", "/health/ready", null, null).body())
                .getAsJsonObject();
        boolean hasSearch = StreamSupport.stream(health.getAsJsonArray("checks").spliterator(), false)
                .anyMatch(check ->
                        check.getAsJsonObject().get("name").getAsString().equals("search"));
        return hasSearch && health.get("status").getAsString().equals("UP");
    }

    private static long ask(String title) {
        return ASKER.post("/questions", Person.aQuestion(title)).is(201).id();
    }

    /** Nothing while the search is away. */
    private static List<Long> found(String words) {
        Reply reply = VISITOR.get("/search?q=" + words + "&limit=100");
        return reply.status() == 200 ? reply.ids() : List.of();
    }
}
