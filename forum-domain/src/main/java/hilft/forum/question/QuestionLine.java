package hilft.forum.question;

import hilft.forum.category.CategoryView;
import hilft.forum.member.Author;
import hilft.forum.member.Role;
import hilft.forum.member.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row as one statement reads it, with its author; public only because JPQL makes it. */
public record QuestionLine(
        Long id,
        String title,
        String slug,
        String language,
        String excerpt,
        Long categoryId,
        Instant askedAt,
        Instant lastActivityAt,
        Integer answerCount,
        Integer score,
        Integer meTooCount,
        Long viewCount,
        @Nullable Long acceptedAnswerId,
        Boolean officialAnswer,
        @Nullable Instant lockedAt,
        @Nullable Instant hiddenAt,
        Long authorId,
        String handle,
        String displayName,
        Set<Role> roles,
        @Nullable Instant deletedAt,
        @Nullable Long avatarId,
        @Nullable String tags) {

    /** With the tags in their order, a line each, so that a list takes one statement. */
    static final String COLUMNS = """
            q.id, q.title, q.slug, q.language, q.excerpt, q.categoryId, q.askedAt, q.lastActivityAt, q.answerCount, \
            q.score, q.meTooCount, q.viewCount, q.acceptedAnswerId, q.officialAnswer, q.lockedAt, q.hiddenAt, \
            m.id, m.handle, m.displayName, m.roles, m.deletedAt, m.avatarId, \
            SQL('(select group_concat(t.name order by t.position separator ''\\n'') from question_tag t \
            where t.question_id = ?)', q.id)""";

    boolean isShownTo(Viewer viewer) {
        return hiddenAt == null || viewer.within(categoryId).isModerator();
    }

    QuestionItem item(Map<Long, CategoryView> categories) {
        return new QuestionItem(
                id,
                title,
                slug,
                language,
                excerpt,
                new Author(authorId, handle, displayName, Set.copyOf(roles), deletedAt != null, avatarId),
                Objects.requireNonNull(categories.get(categoryId)),
                tags == null ? List.of() : List.of(tags.split("\n")),
                askedAt,
                lastActivityAt,
                answerCount,
                score,
                meTooCount,
                viewCount,
                acceptedAnswerId != null,
                officialAnswer,
                lockedAt != null,
                hiddenAt != null);
    }
}
