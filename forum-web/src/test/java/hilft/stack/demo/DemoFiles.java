package hilft.stack.demo;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The files of the demo content as they lie in {@code src/test/resources/demo}. */
final class DemoFiles {
    private static final List<String> QUESTIONS = List.of(
            "01-internet",
            "02-fibre",
            "03-mobile",
            "04-roaming",
            "05-tv",
            "06-contract",
            "07-billing",
            "08-security",
            "09-moving");
    private static final Gson GSON = new Gson();

    private DemoFiles() {}

    /** In the order in which the forum shows them; sent to the API as they are. */
    static List<JsonObject> categories() {
        return List.of(read("categories", JsonObject[].class));
    }

    static List<DemoMember> members() {
        return List.of(read("members", DemoMember[].class));
    }

    static List<OutsideContent.OutsidePost> outsidePosts() {
        return List.of(read("outside-posts", OutsideContent.OutsidePost[].class));
    }

    static List<DemoEvent> events() {
        return List.of(read("events", DemoEvent[].class));
    }

    static List<DemoQuestion> questions() {
        return QUESTIONS.stream()
                .flatMap(name -> Stream.of(read("questions/" + name, DemoQuestion[].class)))
                .toList();
    }

    private static <T> T read(String name, Class<T> type) {
        var path = "/demo/" + name + ".json";
        try (var stream = DemoFiles.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(path + " is missing");
            }
            return GSON.fromJson(new InputStreamReader(stream, UTF_8), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record DemoMember(String username, String email, String displayName, String language, List<String> roles) {}
}
