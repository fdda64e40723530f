package hilft.forum.draft;

import hilft.forum.question.PostId;
import hilft.forum.question.PostType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import static java.util.stream.Collectors.joining;

/** Reads a member's drafts. */
@ApplicationScoped
public class DraftQueries {

    private static final String AT =
            "select d from Draft d where d.memberId = :member and d.place = :place and d.removedAt is null";
    private static final String ALL =
            "select d from Draft d where d.memberId = :member and d.removedAt is null order by d.savedAt desc, d.id desc";
    private static final String THREADS = """
            select 'question' type, q.id post, q.id thread, q.slug, q.title from question q where q.id in (%s) and q.hidden_at is null
            union all
            select 'answer', a.id, q.id, q.slug, q.title from answer a join question q on q.id = a.question_id
            where a.id in (%s) and a.hidden_at is null and q.hidden_at is null
            union all
            select 'comment', c.id, q.id, q.slug, q.title from comment c join question q on q.id = c.question_id
            where c.id in (%s) and c.hidden_at is null and c.withdrawn_at is null and q.hidden_at is null
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    private record Where(long questionId, String slug, String title) {}

    /** What the member is writing at a place. */
    public Optional<DraftView> find(DraftPlace place, long memberId) {
        return entityManager
                .createQuery(AT, Draft.class)
                .setParameter("member", memberId)
                .setParameter("place", place.name())
                .getResultStream()
                .findFirst()
                .map(Draft::view);
    }

    public Optional<DraftView> find(long id, long memberId) {
        return Optional.ofNullable(entityManager.find(Draft.class, id))
                .filter(draft -> draft.memberId() == memberId && !draft.isRemoved())
                .map(Draft::view);
    }

    /** All of a member, the latest first; never more than {@link DraftRules#MOST}. */
    public List<DraftEntry> list(long memberId) {
        List<DraftView> drafts = entityManager
                .createQuery(ALL, Draft.class)
                .setParameter("member", memberId)
                .setMaxResults(DraftRules.MOST)
                .getResultStream()
                .map(Draft::view)
                .toList();
        Map<PostId, Where> threads = threads(drafts);
        return drafts.stream().map(draft -> entry(draft, threads)).toList();
    }

    @SuppressWarnings("unchecked")
    private Map<PostId, Where> threads(List<DraftView> drafts) {
        Map<PostId, Where> threads = new HashMap<>();
        if (drafts.stream().allMatch(draft -> draft.place().post().isEmpty())) {
            return threads;
        }
        List<Object[]> rows = entityManager
                .createNativeQuery(THREADS.formatted(
                        ids(drafts, PostType.QUESTION), ids(drafts, PostType.ANSWER), ids(drafts, PostType.COMMENT)))
                .getResultList();
        for (Object[] row : rows) {
            PostType type = PostType.valueOf(((String) row[0]).toUpperCase(Locale.ROOT));
            threads.put(
                    new PostId(type, ((Number) row[1]).longValue()),
                    new Where(((Number) row[2]).longValue(), (String) row[3], (String) row[4]));
        }
        return threads;
    }

    private static String ids(List<DraftView> drafts, PostType type) {
        String ids = drafts.stream()
                .flatMap(draft -> draft.place().post().stream())
                .filter(post -> post.type() == type)
                .map(post -> String.valueOf(post.id()))
                .distinct()
                .collect(joining(", "));
        return ids.isEmpty() ? "null" : ids;
    }

    private static DraftEntry entry(DraftView draft, Map<PostId, Where> threads) {
        PostId post = draft.place().post().orElse(null);
        if (post == null) {
            return new DraftEntry(draft, null, "/ask?draft=" + draft.place().name());
        }
        Where thread = threads.get(post);
        return thread == null
                ? new DraftEntry(draft, null, null)
                : new DraftEntry(draft, thread.title(), url(draft.place(), post, thread));
    }

    private static String url(DraftPlace place, PostId post, Where thread) {
        String path = "/" + post.type().label() + "s/" + post.id();
        String asked = "?draft=" + place.name();
        return switch (place.kind()) {
            case QUESTION -> "/ask" + asked;
            case ANSWER -> "/questions/" + thread.questionId() + "/" + thread.slug() + asked + "#answer-form";
            case COMMENT -> path + "/comments" + asked + "#comment-form";
            case CHANGE -> path + "/edit" + asked;
        };
    }
}
