package hilft.forum.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a link-out needs to know of an answer; public only because JPQL makes it. */
public record LinkedAnswer(
        Long id,
        Long questionId,
        String questionTitle,
        String text,
        Boolean official,
        @Nullable Instant hiddenAt,
        @Nullable Instant questionHiddenAt) {

    static final String SELECT = """
            select new hilft.forum.channel.LinkedAnswer(a.id, q.id, q.title, a.bodyText, a.official, a.hiddenAt, q.hiddenAt)
            from Answer a join a.question q where a.id = :id
            """;

    boolean isHidden() {
        return hiddenAt != null || questionHiddenAt != null;
    }

    /** This answer if everybody may read it and it is official. */
    LinkedAnswer checked() {
        if (isHidden()) {
            throw new LinkOutProblem(LinkOutProblem.Reason.ANSWER_HIDDEN);
        }
        if (!official) {
            throw new LinkOutProblem(LinkOutProblem.Reason.NOT_OFFICIAL);
        }
        return this;
    }
}
