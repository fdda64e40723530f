package hilft.forum.question;

import hilft.forum.member.Author;
import hilft.forum.member.Role;
import hilft.forum.member.Viewer;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An answer with its author and what its question decides, as one statement reads it; public only because JPQL makes it. */
public record AnswerLine(
        Long id,
        Long questionId,
        String language,
        String body,
        String bodyHtml,
        Instant writtenAt,
        @Nullable Instant editedAt,
        Integer score,
        Boolean official,
        Boolean helpful,
        @Nullable Instant validAt,
        Integer worksCount,
        Integer brokenCount,
        Integer commentCount,
        @Nullable Instant hiddenAt,
        Long version,
        Long askerId,
        @Nullable Long acceptedAnswerId,
        @Nullable Instant lockedAt,
        @Nullable Instant questionHiddenAt,
        Long categoryId,
        Long authorId,
        String handle,
        String displayName,
        Set<Role> roles,
        @Nullable Instant deletedAt,
        @Nullable Long avatarId) {

    static final String SELECT = """
            select new hilft.forum.question.AnswerLine(
              a.id, q.id, a.language, a.body, a.bodyHtml, a.writtenAt, a.editedAt, a.score, a.official, a.helpful, a.validAt, a.worksCount, a.brokenCount, a.commentCount, a.hiddenAt,
              a.version, q.authorId, q.acceptedAnswerId, q.lockedAt, q.hiddenAt, q.categoryId,
              m.id, m.handle, m.displayName, m.roles, m.deletedAt, m.avatarId)
            from Answer a join a.question q, Member m where m.id = a.authorId
            """;

    AnswerView view(Viewer viewer, Marks marks) {
        PostId post = PostId.answer(id);
        return new AnswerView(
                id,
                questionId,
                language,
                body,
                bodyHtml,
                new Author(authorId, handle, displayName, Set.copyOf(roles), deletedAt != null, avatarId),
                writtenAt,
                editedAt,
                score,
                official,
                helpful && !accepted(),
                accepted() ? validAt : null,
                accepted() ? worksCount : 0,
                accepted() ? brokenCount : 0,
                commentCount,
                accepted(),
                hiddenAt != null,
                version,
                marks.vote(post),
                marks.flagged(post),
                mayEdit(viewer),
                mayVote(viewer),
                mayAccept(viewer),
                mayCallHelpful(viewer),
                mayConfirm(viewer),
                isAsked(marks));
    }

    boolean isShownTo(Viewer viewer) {
        return (hiddenAt == null && questionHiddenAt == null)
                || viewer.within(categoryId).isModerator();
    }

    boolean accepted() {
        return Objects.equals(acceptedAnswerId, id);
    }

    boolean mayEdit(Viewer viewer) {
        return QuestionRules.mayEdit(viewer.within(categoryId), authorId, lockedAt != null);
    }

    boolean mayVote(Viewer viewer) {
        return QuestionRules.mayVote(viewer, authorId, lockedAt != null);
    }

    boolean mayCallHelpful(Viewer viewer) {
        return QuestionRules.mayCallHelpful(viewer, askerId, authorId) && lockedAt == null && !accepted();
    }

    boolean mayConfirm(Viewer viewer) {
        return accepted() && QuestionRules.mayConfirm(viewer, askerId, authorId);
    }

    boolean isAsked(Marks marks) {
        return accepted() && marks.asked(id);
    }

    boolean mayAccept(Viewer viewer) {
        return QuestionRules.mayAccept(viewer, askerId) && lockedAt == null;
    }
}
