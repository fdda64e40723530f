package hilft.forum.channel;

import hilft.forum.member.Author;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.Role;
import hilft.forum.shared.Cursor;
import hilft.forum.shared.Page;
import hilft.forum.text.Input;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.groupingBy;

/** Reads link-outs; callers let only staff in. */
@ApplicationScoped
public class LinkOutQueries {

    private static final String SELECT = """
            select l.id, l.channel, l.answerId, l.questionId, q.title, l.text, l.replyTo, l.cost, l.state, l.failure,
              l.failureNote, l.attempts, l.nextAttemptAt, l.postId, m.id, m.handle, m.displayName, m.roles,
              case when m.deletedAt is null then 0 else 1 end, l.composedAt, l.sentAt
            from LinkOut l, Question q, Member m where q.id = l.questionId and m.id = l.memberId
            """;
    private static final String STEPS = """
            select e.at, e.memberId, e.action, e.failure, e.note from LinkOutEntry e where e.linkOutId = :id order by e.id
            """;
    private static final String COUNTS = "select l.state, count(l) from LinkOut l group by l.state";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Channels channels;

    @Inject
    ThreadLinks links;

    @Inject
    Budgets budgets;

    @Inject
    MemberQueries members;

    /** A text to begin with, for an official answer that everybody may read. */
    public LinkOutProposal propose(long answerId, ChannelName name) {
        Channel channel = channels.get(name);
        LinkedAnswer answer = entityManager
                .createQuery(LinkedAnswer.SELECT, LinkedAnswer.class)
                .setParameter("id", answerId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new LinkOutProblem(LinkOutProblem.Reason.UNKNOWN))
                .checked();
        String link = links.link(answerId);
        return new LinkOutProposal(
                LinkOutText.propose(answer.text(), link, channel.max(), channel::length),
                link,
                answerId,
                answer.questionId(),
                answer.questionTitle());
    }

    /** Measures what is typed so far; here a link to any thread of the forum counts as the link. */
    public Measure measure(ChannelName name, String typed, @Nullable String replyTo) {
        LinkOutText text = LinkOutText.of(channels.get(name), typed, links.isIn(Input.text(typed)), replyTo);
        return new Measure(text.length(), channels.get(name).max(), text.linked(), text.cost(), text.problems());
    }

    /** The latest first, of one state or of all; {@code limit} 1 to 100. */
    public Page<LinkOutView> list(@Nullable LinkOutState state, @Nullable String after, int limit) {
        Optional<Cursor> cursor = Cursor.decode(after);
        TypedQuery<Object[]> query = entityManager
                .createQuery(
                        SELECT + (state == null ? "" : " and l.state = :state")
                                + (cursor.isPresent() ? " and l.id < :id" : "") + " order by l.id desc",
                        Object[].class)
                .setMaxResults(limit + 1);
        if (state != null) {
            query.setParameter("state", state);
        }
        cursor.ifPresent(place -> query.setParameter("id", place.id()));
        return Page.of(views(query), limit, view -> new Cursor(0, view.id()));
    }

    public Optional<LinkOutView> find(long id) {
        return views(entityManager
                        .createQuery(SELECT + " and l.id = :id", Object[].class)
                        .setParameter("id", id))
                .stream()
                .findFirst();
    }

    /** The link-outs of these answers, the latest first, in one statement; none for answers without. */
    public Map<Long, List<LinkOutView>> ofAnswers(Collection<Long> answerIds) {
        if (answerIds.isEmpty()) {
            return Map.of();
        }
        return views(entityManager
                        .createQuery(SELECT + " and l.answerId in :ids order by l.id desc", Object[].class)
                        .setParameter("ids", Set.copyOf(answerIds)))
                .stream()
                .collect(groupingBy(LinkOutView::answerId));
    }

    private List<LinkOutView> views(TypedQuery<Object[]> query) {
        return query.getResultList().stream().map(this::view).toList();
    }

    @SuppressWarnings("unchecked")
    private LinkOutView view(Object[] row) {
        ChannelName channel = (ChannelName) row[1];
        String postId = (String) row[13];
        Author by = new Author(
                (Long) row[14],
                (String) row[15],
                (String) row[16],
                Set.copyOf((Set<Role>) row[17]),
                ((Number) row[18]).intValue() == 1);
        return new LinkOutView(
                (Long) row[0],
                channel,
                (Long) row[2],
                (Long) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (BigDecimal) row[7],
                (LinkOutState) row[8],
                (LinkOutFailure) row[9],
                (String) row[10],
                (Integer) row[11],
                (Instant) row[12],
                postId == null
                        ? null
                        : channels.find(channel).map(found -> found.url(postId)).orElse(null),
                by,
                (Instant) row[19],
                (Instant) row[20]);
    }

    /** A link-out's history, the oldest line first. */
    public List<LinkOutStep> steps(long linkOutId) {
        List<Object[]> rows = entityManager
                .createQuery(STEPS, Object[].class)
                .setParameter("id", linkOutId)
                .getResultList();
        Map<Long, Author> authors = members.authors(
                rows.stream().map(row -> (Long) row[1]).filter(Objects::nonNull).toList());
        return rows.stream()
                .map(row -> new LinkOutStep(
                        (Instant) row[0],
                        row[1] == null ? null : authors.get((Long) row[1]),
                        (LinkOutAction) row[2],
                        (LinkOutFailure) row[3],
                        (String) row[4]))
                .toList();
    }

    /** The budget of the current month in {@code hilft.zone}. */
    public Budget budget(ChannelName name) {
        return budgets.now(channels.get(name));
    }

    /** How many link-outs there are in each state; states without any are missing. */
    public Map<LinkOutState, Long> counts() {
        Map<LinkOutState, Long> counts = new EnumMap<>(LinkOutState.class);
        entityManager
                .createQuery(COUNTS, Object[].class)
                .getResultList()
                .forEach(row -> counts.put((LinkOutState) row[0], (Long) row[1]));
        return counts;
    }
}
