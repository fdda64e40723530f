package hilft.forum.bookmark;

import hilft.forum.question.AnswerItem;
import hilft.forum.question.PostType;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was kept, with its question's title; public only because JPQL makes it. */
public record BookmarkItem(
        PostType type,
        Long postId,
        Long questionId,
        String title,
        String slug,
        String questionLanguage,
        String questionExcerpt,
        @Nullable String answerText,
        @Nullable String answerLanguage,
        Boolean solved,
        Instant keptAt) {

    public boolean isAnswer() {
        return type == PostType.ANSWER;
    }

    /** The address that leads to the post. */
    public String url() {
        return isAnswer() ? "/answers/" + postId : "/questions/" + questionId + "/" + slug;
    }

    /** The beginning of the post on one line. */
    public String excerpt() {
        return answerText == null ? questionExcerpt : AnswerItem.excerpt(answerText);
    }

    public String language() {
        return Objects.requireNonNullElse(answerLanguage, questionLanguage);
    }
}
