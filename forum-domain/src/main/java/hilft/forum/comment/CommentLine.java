package hilft.forum.comment;

import hilft.forum.member.Author;
import hilft.forum.member.Role;
import hilft.forum.member.Viewer;
import hilft.forum.question.PostId;
import hilft.forum.question.PostType;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A comment with its author, before it is known who looks; public because JPQL makes it and pages keep it. */
public record CommentLine(
        Long id,
        PostType postType,
        Long postId,
        Long questionId,
        String language,
        String body,
        String bodyHtml,
        Instant writtenAt,
        @Nullable Instant editedAt,
        @Nullable Instant hiddenAt,
        Long version,
        @Nullable Instant lockedAt,
        Long categoryId,
        Long authorId,
        String handle,
        String displayName,
        Set<Role> roles,
        @Nullable Instant deletedAt,
        @Nullable Long avatarId) {

    static final String SELECT = """
            select new hilft.forum.comment.CommentLine(
              c.id, c.postType, c.postId, c.questionId, c.language, c.body, c.bodyHtml, c.writtenAt, c.editedAt,
              c.hiddenAt, c.version, q.lockedAt, q.categoryId, m.id, m.handle, m.displayName, m.roles, m.deletedAt, m.avatarId)
            from Comment c, Question q, Member m
            where q.id = c.questionId and m.id = c.authorId and c.withdrawnAt is null
            """;

    public PostId post() {
        return new PostId(postType, postId);
    }

    public CommentView view(Viewer viewer) {
        return new CommentView(
                id,
                post(),
                questionId,
                language,
                body,
                bodyHtml,
                new Author(authorId, handle, displayName, Set.copyOf(roles), deletedAt != null, avatarId),
                writtenAt,
                editedAt,
                hiddenAt != null,
                version,
                CommentRules.mayEdit(viewer.within(categoryId), authorId, lockedAt != null, hiddenAt != null));
    }
}
