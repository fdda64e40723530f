package hilft.forum.question;

import hilft.forum.deadlock.RepeatedAfterDeadlock;
import hilft.forum.member.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import static hilft.forum.question.QuestionProblem.Reason.NOT_ASKED;
import static hilft.forum.question.QuestionProblem.Reason.NOT_AUTHOR;
import static hilft.forum.question.QuestionProblem.Reason.UNKNOWN_ANSWER;
import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.MICROS;

/**
 * Whether solutions still work. Each is valid as of the day it was accepted, edited or confirmed; when that is long ago,
 * everybody with the same problem is asked, once for each solution, and what they say is counted.
 */
@ApplicationScoped
public class SolutionChecks {

    /** So many members are told in one transaction. */
    static final int AT_ONCE = 200;

    private static final String RENEW = "update answer set valid_at = ?, asked_at = null where id = ?";
    private static final String RENEW_SOLUTION = RENEW + " and valid_at is not null";
    private static final String END = "update answer set valid_at = null, asked_at = null where id = ?";
    private static final String DUE = """
            select a.id from answer a join question q on q.accepted_answer_id = a.id
            where a.asked_at is null and a.valid_at < ? and a.hidden_at is null and q.hidden_at is null
            order by a.valid_at limit 1
            """;
    private static final String CLAIM =
            "select question_id from answer where id = ? and asked_at is null for update skip locked";
    // who has said so only lately knows that it does not help, or was helped by it
    private static final String ASK = """
            insert ignore into solution_check (answer_id, member_id, question_id, asked_at)
            select ?1, m.member_id, m.question_id, ?2 from me_too m
              join member p on p.id = m.member_id and p.deleted_at is null and p.disabled_at is null
            where m.question_id = ?3 and m.said_at < ?4
              and not exists (select 1 from solution_check c where c.answer_id = ?1 and c.member_id = m.member_id)
            order by m.said_at limit ?5
            """;
    private static final String ASKED =
            "select member_id from solution_check where answer_id = ? and asked_at = ? order by member_id";
    private static final String ALL_ASKED = "update answer set asked_at = ? where id = ?";
    private static final String ANSWER =
            "update solution_check set works = ?, answered_at = ? where answer_id = ? and member_id = ?";
    private static final String OPEN = """
            select c.answer_id from solution_check c join question q on q.accepted_answer_id = c.answer_id
            where c.member_id = ? and c.answered_at is null and q.hidden_at is null and c.answer_id in (%s)
            """;
    private static final String COUNT = """
            update answer a set
              works_count = (select count(*) from solution_check c where c.answer_id = a.id and c.works),
              broken_count = (select count(*) from solution_check c where c.answer_id = a.id and not c.works)
            where a.id = ?
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "hilft.thread.check-after-days", defaultValue = "180")
    int checkAfterDays;

    @Inject
    Event<SolutionCheckWanted> wanted;

    @Inject
    Event<SolutionCheckAnswered> answered;

    @Inject
    Event<QuestionChanged> changed;

    @Transactional
    void on(@Observes AnswerAccepted event) {
        run(RENEW, time(event.at()), event.answerId());
    }

    @Transactional
    void on(@Observes AnswerUnaccepted event) {
        run(END, event.answerId());
    }

    @Transactional
    void on(@Observes AnswerEdited event) {
        run(RENEW_SOLUTION, time(event.at()), event.answerId());
    }

    /** The moment before which a solution is old enough to ask about it. */
    public Instant old() {
        return clock.instant().minus(Duration.ofDays(Math.max(1, checkAfterDays)));
    }

    /** Asks some of those who are to be asked; false when there is nobody left. */
    @Transactional
    public boolean askSome() {
        Instant old = old();
        List<?> due =
                entityManager.createNativeQuery(DUE).setParameter(1, time(old)).getResultList();
        if (due.isEmpty()) {
            return false;
        }
        long answerId = ((Number) due.get(0)).longValue();
        List<?> claimed =
                entityManager.createNativeQuery(CLAIM).setParameter(1, answerId).getResultList();
        // another node is at it
        if (claimed.isEmpty()) {
            return false;
        }
        ask(((Number) claimed.get(0)).longValue(), answerId, old);
        return true;
    }

    private void ask(long questionId, long answerId, Instant old) {
        Instant now = clock.instant();
        int asked = run(ASK, answerId, time(now), questionId, time(old), AT_ONCE);
        for (Object member : entityManager
                .createNativeQuery(ASKED)
                .setParameter(1, answerId)
                .setParameter(2, time(now))
                .getResultList()) {
            wanted.fire(new SolutionCheckWanted(questionId, answerId, ((Number) member).longValue(), now));
        }
        if (asked < AT_ONCE) {
            run(ALL_ASKED, time(now), answerId);
        }
    }

    /** What a member who was asked says; a "yes" makes the solution valid as of now. They may change their mind. */
    @RepeatedAfterDeadlock
    @Transactional
    public void answer(long answerId, boolean works, Viewer member) {
        Question question = lock(answerId).question();
        Instant now = clock.instant();
        if (run(ANSWER, works, time(now), answerId, member.id()) == 0) {
            throw new QuestionProblem(NOT_ASKED);
        }
        run(COUNT, answerId);
        if (works) {
            run(RENEW, time(now), answerId);
        }
        answered.fire(new SolutionCheckAnswered(question.id(), answerId, member.id(), works, now));
        changed.fire(new QuestionChanged(question.id()));
    }

    /** Of these answers the solutions about which the member was asked and has not said anything. */
    @Transactional
    public Set<Long> open(long memberId, Set<Long> answerIds) {
        if (answerIds.isEmpty()) {
            return Set.of();
        }
        var query = entityManager.createNativeQuery(
                OPEN.formatted(answerIds.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        Set<Long> open = new HashSet<>();
        for (Object id : query.setParameter(1, memberId).getResultList()) {
            open.add(((Number) id).longValue());
        }
        return open;
    }

    /** The asker, the author or staff say that the solution is valid still. */
    @RepeatedAfterDeadlock
    @Transactional
    public void confirm(long answerId, Viewer viewer) {
        Answer answer = lock(answerId);
        if (!QuestionRules.mayConfirm(viewer, answer.question().authorId(), answer.authorId())) {
            throw new QuestionProblem(NOT_AUTHOR);
        }
        run(RENEW, time(clock.instant()), answerId);
        changed.fire(new QuestionChanged(answer.question().id()));
    }

    /** The answer, which must be a solution that everybody may see, with its question locked. */
    private Answer lock(long answerId) {
        Answer answer = Optional.ofNullable(entityManager.find(Answer.class, answerId))
                .filter(found -> !found.isHidden() && !found.question().isHidden())
                .orElseThrow(() -> new QuestionProblem(UNKNOWN_ANSWER));
        entityManager.lock(answer.question(), PESSIMISTIC_WRITE);
        @Nullable Long solution = answer.question().acceptedAnswerId();
        if (solution == null || solution != answerId) {
            throw new QuestionProblem(UNKNOWN_ANSWER);
        }
        return answer;
    }

    private int run(String statement, Object... parameters) {
        var query = entityManager.createNativeQuery(statement);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.executeUpdate();
    }

    private static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, UTC).truncatedTo(MICROS);
    }
}
