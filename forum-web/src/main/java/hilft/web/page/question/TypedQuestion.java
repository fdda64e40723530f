package hilft.web.page.question;

import hilft.forum.draft.DraftText;
import hilft.forum.question.QuestionText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a question as they stand in the form. */
public class TypedQuestion {
    private String title = "";
    private String category = "";
    private String body = "";
    private String tags = "";

    void fill(String title, String category, String body, List<String> tags) {
        this.title = title;
        this.category = category;
        this.body = body;
        this.tags = String.join(", ", tags);
    }

    void goOnWith(DraftText draft) {
        title = draft.title();
        category = draft.category();
        body = draft.body();
        tags = draft.tags();
    }

    /** @param base the version of the question that is being changed; null for a new one */
    DraftText draft(@Nullable Long base) {
        return draft("", base);
    }

    DraftText draft(String reason, @Nullable Long base) {
        return new DraftText(title, category, tags, reason, body, base);
    }

    QuestionText text() {
        return new QuestionText(
                title,
                category,
                Stream.of(tags.split("[,;]"))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .toList(),
                body);
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getCategory() {
        return category;
    }

    /** Nothing is chosen: for Faces that is null. */
    public void setCategory(@Nullable String category) {
        this.category = category == null ? "" : category;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public String getTags() {
        return tags;
    }

    public void setTags(String tags) {
        this.tags = tags;
    }
}
