package hilft.web.page;

import hilft.forum.comment.CommentRules;
import hilft.forum.question.QuestionRules;
import hilft.forum.revision.RevisionRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The room that a form tells of is the room that the rules give, and no browser cuts what is longer. */
class LimitsTest {

    private static final Path VIEWS = Path.of("src/main/webapp");
    private static final Pattern FIELD =
            Pattern.compile("<(?:h:inputText|h:inputTextarea|textarea)\\b[^>]*?\\b(?:id|name)=\"(\\w+)\"[^>]*>");
    private static final Pattern MOST = Pattern.compile("data-most=\"(\\d+)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "question/fields.xhtml",
                "question/answer-form.xhtml",
                "question/edit-answer.xhtml",
                "question/edit-question.xhtml",
                "question/question.xhtml",
                "comment/comments.xhtml",
                "comment/edit-comment.xhtml"
            })
    void areThoseOfTheRules(String view) throws IOException {
        String markup = Files.readString(VIEWS.resolve(view));
        assertThat(markup).doesNotContain("maxlength");
        assertThat(FIELD.matcher(markup)
                        .results()
                        .filter(field -> !field.group(1).equals("tags")))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(
                                MOST.matcher(field.group()).results().map(most -> most.group(1)))
                        .as(field.group())
                        .containsExactly(String.valueOf(most(view, field))));
    }

    private static int most(String view, MatchResult field) {
        return switch (field.group(1)) {
            case "title" -> QuestionRules.TITLE_MAX;
            case "reason" -> RevisionRules.REASON_MAX;
            case "body" ->
                view.startsWith("comment/") || view.equals("question/question.xhtml")
                        ? CommentRules.BODY_MAX
                        : QuestionRules.BODY_MAX;
            default -> throw new AssertionError(field.group());
        };
    }
}
