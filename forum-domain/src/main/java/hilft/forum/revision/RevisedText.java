package hilft.forum.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that an edit can change: of an answer the body in Markdown, of a question title, category and tags as well. */
public record RevisedText(
        @Nullable String title, @Nullable Long categoryId, List<String> tags, String body, String language) {

    public RevisedText {
        tags = List.copyOf(tags);
    }

    public static RevisedText question(String title, long categoryId, List<String> tags, String body, String language) {
        return new RevisedText(title, categoryId, tags, body, language);
    }

    public static RevisedText answer(String body, String language) {
        return new RevisedText(null, null, List.of(), body, language);
    }
}
