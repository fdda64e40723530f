package hilft.forum.question;

import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryView;
import hilft.forum.member.Viewer;
import hilft.forum.question.QuestionFilter.Sort;
import hilft.forum.shared.Cursor;
import hilft.forum.shared.Page;
import hilft.forum.tag.TagQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

import static java.time.temporal.ChronoUnit.MICROS;

/** Reads questions and answers; what is hidden is seen by moderators only, be it all or those of its category. */
@ApplicationScoped
public class QuestionQueries {

    private static final String LINES = "select new hilft.forum.question.QuestionLine(" + QuestionLine.COLUMNS
            + ") from Question q, Member m where m.id = q.authorId";
    private static final String WHOLE = "select new hilft.forum.question.QuestionLine(" + QuestionLine.COLUMNS
            + "), q.body, q.bodyHtml, q.editedAt, q.acceptedAt, q.version, q.commentCount, s.score, s.writtenAt"
            + " from Question q left join Answer s on s.id = q.acceptedAnswerId, Member m where m.id = q.authorId and q.id = :id";
    private static final String MARKS = """
            select lower(post_type), post_id, value from vote
              where voter_id = ?1 and question_id = ?2 and withdrawn_at is null
            union all select 'me_too', question_id, 0 from me_too where member_id = ?1 and question_id = ?2
            union all select concat('follows-', reason), question_id, 0 from subscription where member_id = ?1 and question_id = ?2
            union all select 'read', question_id, timestampdiff(microsecond, '1970-01-01', read_until) from thread_reading
              where member_id = ?1 and question_id = ?2
            union all select 'asked', answer_id, 0 from solution_check
              where member_id = ?1 and question_id = ?2 and answered_at is null
            union all select concat('flag-', lower(post_type)), post_id, 0 from flag
              where reporter_id = ?1 and question_id = ?2 and settled_at is null
            union all select concat('kept-', lower(post_type)), post_id, 0 from bookmark where member_id = ?1 and question_id = ?2
            union all select 'blocked', blocked_id, 0 from member_block where blocker_id = ?1
            """;
    private static final String COUNTS =
            "select q.categoryId, count(q) from Question q where q.hiddenAt is null group by q.categoryId";

    /**
     * From so many questions on, a tag's list goes through all questions in order until a page is full; below, all of the
     * tag's questions are sorted. At a million questions both read some ten thousand rows at worst.
     */
    private static final int COMMON = 2_000;

    private static final String COUNT_TAGGED =
            "select count(*) from (select question_id from question_tag where name = ?1 limit " + COMMON + ") t";
    private static final String FOLLOWED =
            " and q.id in (select s.questionId from Subscription s where s.memberId = :follower)";
    private static final String HAS_TAG = " and :tag member of q.tags";
    // a value, not "exists": the database would turn that into a join that begins with the tag
    private static final String HAS_COMMON_TAG = """
             and SQL('(select min(t.position) from question_tag t where t.question_id = ? and t.name = ?)', q.id, :tag) >= 0
            """;
    private static final String SHOWN = " from Question q where q.hiddenAt is null and q.excerpt <> ''";
    private static final String ADDRESSES =
            "select new hilft.forum.question.QuestionAddress(q.id, q.slug, q.lastActivityAt)" + SHOWN
                    + " and q.id between :first and :last order by q.id";
    private static final String NEXT_SHOWN = "select q.id" + SHOWN + " and q.id > :after order by q.id";
    private static final String TEXTS =
            "select q.id, q.bodyHtml, q.editedAt from Question q where q.id in :ids and q.hiddenAt is null";
    private static final String PLACES = "select a.score, a.writtenAt, a.id from Answer a where 1 = 1";
    private static final String LATEST = """
            select new hilft.forum.question.NewAnswer(a.id, a.writtenAt) from Answer a join a.question q
            where a.question.id = :question and a.hiddenAt is null and q.hiddenAt is null and a.writtenAt <= :until
            order by a.writtenAt desc, a.id desc
            """;
    private static final String HIDDEN_QUESTION =
            "select q.id from Question q where q.id = :id and q.hiddenAt is not null";
    private static final String HIDDEN_ANSWER =
            "select a.id from Answer a join a.question q where a.id = :id and (a.hiddenAt is not null or q.hiddenAt is not null)";
    private static final Duration COUNTS_KEPT = Duration.ofMinutes(1);
    private static final int MOST_TAG_SIZES = 1_000;

    private record TagSize(boolean common, long untilNanos) {}

    private final Map<String, TagSize> tagSizes = new ConcurrentHashMap<>();

    private record Counted(Map<Long, Long> byCategory, long untilNanos) {}

    private final AtomicReference<@Nullable Counted> counted = new AtomicReference<>();

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    CategoryQueries categories;

    @Inject
    TagQueries tags;

    /** A page of a list, of a synonym's main tag; {@code after} is an earlier page's {@code next}, {@code limit} 1 to 100. */
    public Page<QuestionItem> page(QuestionFilter filter, @Nullable String after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder jpql = new StringBuilder(LINES).append(" and q.hiddenAt is null");
        if (filter.category() != null) {
            Optional<CategoryView> category = categories.find(filter.category());
            if (category.isEmpty()) {
                return new Page<>(List.of(), null);
            }
            jpql.append(" and q.categoryId = :category");
            parameters.put("category", category.get().id());
        }
        if (filter.tag() != null) {
            String tag = tags.main(filter.tag());
            jpql.append(isCommon(tag) ? HAS_COMMON_TAG : HAS_TAG);
            parameters.put("tag", tag);
        }
        if (filter.authorId() != null) {
            jpql.append(" and q.authorId = :author");
            parameters.put("author", filter.authorId());
        }
        if (filter.followerId() != null) {
            jpql.append(FOLLOWED);
            parameters.put("follower", filter.followerId());
        }
        if (filter.state() != null) {
            jpql.append(" and ").append(filter.state().condition());
        }
        String key = filter.sort().key();
        Cursor.decode(after).ifPresent(cursor -> {
            jpql.append(" and (%s < :key or (%s = :key and q.id < :id))".formatted(key, key));
            parameters.put("key", filter.sort() == Sort.LATEST ? instant(cursor.key()) : (Object) (int) cursor.key());
            parameters.put("id", cursor.id());
        });
        jpql.append(" order by ").append(key).append(" desc, q.id desc");
        TypedQuery<QuestionLine> query = entityManager.createQuery(jpql.toString(), QuestionLine.class);
        parameters.forEach(query::setParameter);
        List<QuestionItem> rows = items(query.setMaxResults(limit + 1).getResultList());
        return Page.of(rows, limit, item -> new Cursor(key(item, filter.sort()), item.id()));
    }

    /** Kept for a minute, so that a tag's list takes no statement more than others. */
    private boolean isCommon(String tag) {
        TagSize known = tagSizes.get(tag);
        if (known == null || System.nanoTime() - known.untilNanos() >= 0) {
            known = new TagSize(readIsCommon(tag), System.nanoTime() + COUNTS_KEPT.toNanos());
            if (tagSizes.size() >= MOST_TAG_SIZES) {
                tagSizes.clear();
            }
            tagSizes.put(tag, known);
        }
        return known.common();
    }

    private boolean readIsCommon(String tag) {
        return ((Number) entityManager
                                .createNativeQuery(COUNT_TAGGED)
                                .setParameter(1, tag)
                                .getSingleResult())
                        .intValue()
                == COMMON;
    }

    private static long key(QuestionItem item, Sort sort) {
        return switch (sort) {
            case LATEST -> MICROS.between(Instant.EPOCH, item.lastActivityAt());
            case VOTES -> item.score();
            case HOT -> item.meTooCount() * 3L + item.score() + item.answerCount();
        };
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, MICROS);
    }

    /** The visible ones of these questions, in the order of the ids. */
    public List<QuestionItem> list(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, QuestionItem> found = new HashMap<>();
        items(entityManager
                        .createQuery(LINES + " and q.hiddenAt is null and q.id in :ids", QuestionLine.class)
                        .setParameter("ids", ids)
                        .getResultList())
                .forEach(item -> found.put(item.id(), item));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    private List<QuestionItem> items(List<QuestionLine> lines) {
        Map<Long, CategoryView> byId = categories.byId();
        return lines.stream().map(line -> line.item(byId)).toList();
    }

    /** A question with what the viewer may do; empty when it is unknown or hidden from the viewer. */
    public Optional<QuestionView> find(long id, Viewer viewer) {
        return whole(id, viewer)
                .map(row -> new ThreadLines(row, item(row), new Page<>(List.of(), null), null, OptionalInt.empty())
                        .question(viewer, marks(id, viewer)));
    }

    /** The whole page of a question in four statements at most, however many posts it has. */
    public Optional<Thread> thread(long id, Viewer viewer, AnswerOrder order, @Nullable String after, int limit) {
        return lines(id, viewer, order, after, limit).map(lines -> lines.seenBy(viewer, marks(id, viewer)));
    }

    /** A page of a question as everybody may see it. */
    public Optional<ThreadLines> lines(long id, AnswerOrder order, @Nullable String after, int limit) {
        return lines(id, Viewer.ANONYMOUS, order, after, limit);
    }

    /** The page with what this viewer did and may do, in one statement at most; whether it is hidden is not asked again. */
    public Thread thread(ThreadLines lines, Viewer viewer) {
        return lines.seenBy(viewer, marks(lines.id(), viewer));
    }

    private Optional<ThreadLines> lines(long id, Viewer viewer, AnswerOrder order, @Nullable String after, int limit) {
        return whole(id, viewer).map(row -> {
            QuestionLine question = (QuestionLine) row[0];
            Page<AnswerLine> answers = answerLines(question, viewer, order, after, limit);
            return new ThreadLines(
                    row,
                    item(row),
                    answers,
                    Cursor.decode(after).isPresent() ? previous(question, viewer, order, answers, limit) : null,
                    placeOfSolution(row, order, after, answers));
        });
    }

    /** The value of {@code after} that leads to the page before this one, null for the first page. */
    private @Nullable String previous(
            QuestionLine question, Viewer viewer, AnswerOrder order, Page<AnswerLine> answers, int limit) {
        if (answers.isEmpty()) {
            return null;
        }
        Cursor here = order.cursor(answers.items().get(0));
        TypedQuery<Object[]> query = entityManager.createQuery(
                PLACES + others(question, viewer) + " and " + order.before() + " order by " + order.backwards(),
                Object[].class);
        bindOthers(query, question);
        List<Cursor> before = query.setParameter("key", order.key(here))
                .setParameter("id", here.id())
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(row -> order.cursor((Integer) row[0], (Instant) row[1], (Long) row[2]))
                .toList();
        Cursor place = order.previous(before, question.acceptedAnswerId() == null ? limit : limit - 1, limit);
        return place == null ? null : place.encode();
    }

    private static OptionalInt placeOfSolution(
            Object[] row, AnswerOrder order, @Nullable String after, Page<AnswerLine> answers) {
        Long solution = ((QuestionLine) row[0]).acceptedAnswerId();
        List<Cursor> others = answers.items().stream()
                .filter(answer -> !answer.accepted())
                .map(order::cursor)
                .toList();
        if (solution == null || row[7] == null || others.isEmpty()) {
            return OptionalInt.empty();
        }
        return order.placeOfSolution(
                order.cursor((Integer) row[7], (Instant) row[8], solution),
                Cursor.decode(after).orElse(null),
                others,
                answers.next() != null);
    }

    private QuestionItem item(Object[] row) {
        return items(List.of((QuestionLine) row[0])).get(0);
    }

    private Optional<Object[]> whole(long id, Viewer viewer) {
        return entityManager
                .createQuery(WHOLE, Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .filter(row -> ((QuestionLine) row[0]).isShownTo(viewer));
    }

    /** The answers of a question: the solution, then all others in the order. */
    public Page<AnswerView> answers(
            long questionId, Viewer viewer, AnswerOrder order, @Nullable String after, int limit) {
        return line(questionId, viewer)
                .map(line -> {
                    Marks marks = marks(questionId, viewer);
                    Page<AnswerLine> lines = answerLines(line, viewer, order, after, limit);
                    return new Page<>(
                            lines.items().stream()
                                    .map(answer -> answer.view(viewer, marks))
                                    .toList(),
                            lines.next());
                })
                .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN));
    }

    private Optional<QuestionLine> line(long id, Viewer viewer) {
        return entityManager
                .createQuery(LINES + " and q.id = :id", QuestionLine.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .filter(line -> line.isShownTo(viewer));
    }

    private Page<AnswerLine> answerLines(
            QuestionLine question, Viewer viewer, AnswerOrder order, @Nullable String after, int limit) {
        Optional<Cursor> cursor = Cursor.decode(after);
        // read by itself, so that the others come out of an index in their order
        List<AnswerLine> rows = new ArrayList<>(cursor.isPresent() ? List.of() : solution(question, viewer));
        TypedQuery<AnswerLine> query = entityManager.createQuery(
                AnswerLine.SELECT
                        + others(question, viewer)
                        + cursor.map(place -> " and " + order.behind()).orElse("")
                        + " order by " + order.clause(),
                AnswerLine.class);
        bindOthers(query, question);
        cursor.ifPresent(place -> query.setParameter("key", order.key(place)).setParameter("id", place.id()));
        rows.addAll(query.setMaxResults(limit + 1 - rows.size()).getResultList());
        return Page.of(rows, limit, order::cursor);
    }

    private List<AnswerLine> solution(QuestionLine question, Viewer viewer) {
        return question.acceptedAnswerId() == null
                ? List.of()
                : entityManager
                        .createQuery(
                                AnswerLine.SELECT + " and a.id = :id" + visible(question, viewer), AnswerLine.class)
                        .setParameter("id", question.acceptedAnswerId())
                        .getResultList();
    }

    /** All answers of a question but its solution. */
    private static String others(QuestionLine question, Viewer viewer) {
        return " and a.question.id = :question" + visible(question, viewer)
                + (question.acceptedAnswerId() == null ? "" : " and a.id <> :solution");
    }

    private static void bindOthers(TypedQuery<?> query, QuestionLine question) {
        query.setParameter("question", question.id());
        if (question.acceptedAnswerId() != null) {
            query.setParameter("solution", question.acceptedAnswerId());
        }
    }

    private static String visible(QuestionLine question, Viewer viewer) {
        return viewer.within(question.categoryId()).isModerator() ? "" : " and a.hiddenAt is null";
    }

    /**
     * The value of {@code after} that leads to the page on which the answer stands when answers are read by votes, null
     * for the first page.
     */
    public @Nullable String pageOf(AnswerView answer, Viewer viewer, int limit) {
        QuestionLine question = line(answer.questionId(), viewer)
                .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN));
        if (answer.accepted()) {
            return null;
        }
        AnswerOrder order = AnswerOrder.VOTES;
        TypedQuery<Long> before = entityManager.createQuery(
                "select count(a) from Answer a where 1 = 1" + others(question, viewer) + " and " + order.before(),
                Long.class);
        bindOthers(before, question);
        Cursor place = order.cursor(answer.score(), answer.writtenAt(), answer.id());
        long count = before.setParameter("key", order.key(place))
                .setParameter("id", place.id())
                .getSingleResult();
        int first = solution(question, viewer).size();
        int pages = Math.toIntExact((first + count) / limit);
        return pages == 0 ? null : lastOf(pages * limit - first, question, viewer, order);
    }

    /** The place of the answer after which the next page begins. */
    private @Nullable String lastOf(int answers, QuestionLine question, Viewer viewer, AnswerOrder order) {
        if (answers == 0) {
            return new Cursor(order.start(), 0).encode();
        }
        TypedQuery<Object[]> query = entityManager.createQuery(
                PLACES + others(question, viewer) + " order by " + order.clause(), Object[].class);
        bindOthers(query, question);
        return query.setFirstResult(answers - 1)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(row -> order.cursor((Integer) row[0], (Instant) row[1], (Long) row[2])
                        .encode())
                .orElse(null);
    }

    public Optional<AnswerView> findAnswer(long answerId, Viewer viewer) {
        return entityManager
                .createQuery(AnswerLine.SELECT + " and a.id = :id", AnswerLine.class)
                .setParameter("id", answerId)
                .getResultStream()
                .findFirst()
                .filter(line -> line.isShownTo(viewer))
                .map(line -> line.view(viewer, marks(line.questionId(), viewer)));
    }

    @SuppressWarnings("unchecked")
    private Marks marks(long questionId, Viewer viewer) {
        if (!viewer.isMember()) {
            return Marks.NONE;
        }
        List<Object[]> rows = entityManager
                .createNativeQuery(MARKS)
                .setParameter(1, viewer.id())
                .setParameter(2, questionId)
                .getResultList();
        Map<PostId, Integer> votes = new HashMap<>();
        Set<PostId> flags = new HashSet<>();
        Set<PostId> kept = new HashSet<>();
        Set<Long> blocked = new HashSet<>();
        boolean meToo = false;
        FollowReason following = null;
        Set<Long> asked = new HashSet<>();
        Instant readUntil = null;
        for (Object[] row : rows) {
            String kind = (String) row[0];
            long id = ((Number) row[1]).longValue();
            switch (kind) {
                case "me_too" -> meToo = true;
                case "read" -> readUntil = instant(((Number) row[2]).longValue());
                case "asked" -> asked.add(id);
                case "follows-ASKED", "follows-ME_TOO", "follows-CHOSEN" ->
                    following = FollowReason.valueOf(kind.substring("follows-".length()));
                case "kept-question", "kept-answer" -> kept.add(PostId.of(kind.substring(5), id));
                case "blocked" -> blocked.add(id);
                case "flag-question", "flag-answer", "flag-comment" -> flags.add(PostId.of(kind.substring(5), id));
                default -> votes.put(PostId.of(kind, id), ((Number) row[2]).intValue());
            }
        }
        return new Marks(votes, flags, meToo, following, asked, readUntil, kept, blocked);
    }

    /** The number of visible questions by category id, as it was at most a minute ago: counting reads a whole index. */
    public Map<Long, Long> countsByCategory() {
        Counted known = counted.get();
        if (known == null || System.nanoTime() - known.untilNanos() >= 0) {
            known = new Counted(readCounts(), System.nanoTime() + COUNTS_KEPT.toNanos());
            counted.set(known);
        }
        return known.byCategory();
    }

    private Map<Long, Long> readCounts() {
        Map<Long, Long> counts = new HashMap<>();
        entityManager
                .createQuery(COUNTS, Object[].class)
                .getResultList()
                .forEach(row -> counts.put((Long) row[0], (Long) row[1]));
        return Map.copyOf(counts);
    }

    /** The bodies of a question's solutions, for previews: question id to safe HTML; only what everybody may see. */
    public Map<Long, AnswerView> solutions(Collection<Long> questionIds) {
        Map<Long, AnswerView> solutions = new HashMap<>();
        if (!questionIds.isEmpty()) {
            entityManager
                    .createQuery(
                            AnswerLine.SELECT
                                    + " and q.id in :ids and a.id = q.acceptedAnswerId and a.hiddenAt is null and q.hiddenAt is null",
                            AnswerLine.class)
                    .setParameter("ids", new ArrayList<>(questionIds))
                    .getResultList()
                    .forEach(line -> solutions.put(line.questionId(), line.view(Viewer.ANONYMOUS, Marks.NONE)));
        }
        return solutions;
    }

    /** As {@link #page}, from its beginning, with the whole texts. */
    public List<QuestionPost> posts(QuestionFilter filter, int limit) {
        List<QuestionItem> items = page(filter, null, limit).items();
        if (items.isEmpty()) {
            return List.of();
        }
        Map<Long, QuestionItem> byId = new HashMap<>();
        items.forEach(item -> byId.put(item.id(), item));
        Map<Long, QuestionPost> posts = new HashMap<>();
        for (Object[] row : entityManager
                .createQuery(TEXTS, Object[].class)
                .setParameter("ids", List.copyOf(byId.keySet()))
                .getResultList()) {
            QuestionItem item = byId.get((Long) row[0]);
            if (item != null) {
                posts.put(item.id(), new QuestionPost(item, (String) row[1], (Instant) row[2]));
            }
        }
        return items.stream()
                .map(item -> posts.get(item.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Which answers came last until then, of those that everybody may see; the newest first. */
    public List<NewAnswer> latest(long questionId, Instant until, int limit) {
        return entityManager
                .createQuery(LATEST, NewAnswer.class)
                .setParameter("question", questionId)
                .setParameter("until", until)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The latest answers that everybody may see, the newest first. */
    public List<AnswerView> newestAnswers(long questionId, int limit) {
        return entityManager
                .createQuery(
                        AnswerLine.SELECT
                                + " and q.id = :question and a.hiddenAt is null and q.hiddenAt is null order by a.writtenAt desc, a.id desc",
                        AnswerLine.class)
                .setParameter("question", questionId)
                .setMaxResults(limit)
                .getResultStream()
                .map(line -> line.view(Viewer.ANONYMOUS, Marks.NONE))
                .toList();
    }

    /** The visible questions with a text whose ids lie between the two, both included, by id. */
    public List<QuestionAddress> addresses(long first, long last) {
        return entityManager
                .createQuery(ADDRESSES, QuestionAddress.class)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList();
    }

    /** The lowest id above this one that {@link #addresses} would give. */
    public Optional<Long> nextAddress(long after) {
        return entityManager
                .createQuery(NEXT_SHOWN, Long.class)
                .setParameter("after", after)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Whether the question or answer was there for everybody once, and is hidden or withdrawn now. */
    public boolean isGone(PostId post) {
        return !entityManager
                .createQuery(post.type() == PostType.QUESTION ? HIDDEN_QUESTION : HIDDEN_ANSWER, Long.class)
                .setParameter("id", post.id())
                .getResultList()
                .isEmpty();
    }
}
