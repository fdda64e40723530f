package hilft.forum.question;

import java.util.List;

/** What the asker typed: a title, the slug of a category, tags, and the body in Markdown. */
public record QuestionText(String title, String category, List<String> tags, String body) {

    public QuestionText {
        tags = List.copyOf(tags);
    }
}
