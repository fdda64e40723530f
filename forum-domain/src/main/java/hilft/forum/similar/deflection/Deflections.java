package hilft.forum.similar.deflection;

import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.similar.Band;
import hilft.forum.similar.LanguageModels;
import hilft.forum.similar.calibration.SimilarDecisions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the ask page tells of a question that is being asked; all of it may be told again and in any order. */
@ApplicationScoped
@Transactional
public class Deflections {

    /** More than a page can show while a title is typed; what is told beyond is not believed. */
    private static final int THREADS_MAX = 40;

    private static final int KEPT_DAYS = 90;

    /**
     * Takes the row's lock, whether it is new or not, so that what arrives at the same moment is added one after the other.
     * It comes before whatever else is read: the database refuses to lock a row that changed after a first look.
     */
    private static final String BEGIN = """
            insert into deflection (token, day, language, shown, band, opened, solved, me_too, asked)
            values (?, ?, ?, 0, 'NONE', false, false, false, false) on duplicate key update shown = shown
            """;
    /** Locked, so that no other node sums up the same rows. */
    private static final String OLD = "select count(*) from deflection where day < ? for update";

    private static final String SUM_UP = """
            insert into deflection_sum
              (day, language, shown, opened, solved, me_too, asked_anyway, asked_unshown, deflected)
            select day, language, sum(shown > 0), sum(opened), sum(solved), sum(me_too), sum(asked and shown > 0),
              sum(asked and shown = 0), sum((solved or me_too) and not asked)
            from deflection where day < ? group by day, language
            """;
    private static final String FORGET = "delete from deflection where day < ?";
    private static final String FORGET_THREADS = "delete from deflection_thread where day < ?";
    private static final String THREADS = "select t from DeflectionThread t where t.token = :token";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    QuestionQueries questions;

    @Inject
    SimilarDecisions decisions;

    @Inject
    LanguageModels models;

    @Inject
    Clock clock;

    @Inject
    ZoneId zone;

    /**
     * These threads were on the page so far, the best of them in this band; ids of no visible thread are left out.
     *
     * @throws QuestionProblem when none of them is a visible thread; so too below
     */
    public void show(Asking asking, List<Long> questionIds, Band best) {
        Deflection deflection = begin(asking);
        List<Long> visible =
                visible(questionIds.stream().distinct().limit(THREADS_MAX).toList());
        deflection.show(visible.size(), best);
        Map<Long, DeflectionThread> threads = threads(asking);
        visible.forEach(questionId -> find(asking, questionId, threads));
    }

    /** Somebody has opened a thread in place; {@code judgement} tells how it was suggested, if that is known. */
    public void open(Asking asking, long questionId, @Nullable Judgement judgement) {
        begin(asking).open();
        thread(asking, questionId).open(judgement);
    }

    /** Somebody has said that this thread solved the problem. */
    public void solve(Asking asking, long questionId) {
        begin(asking).solve();
        accept(asking, thread(asking, questionId), DeflectionThread::solve);
    }

    /** Somebody has said to have the same problem; that the member says so is another matter, and not kept here. */
    public void sayMeToo(Asking asking, long questionId) {
        begin(asking).sayMeToo();
        accept(asking, thread(asking, questionId), DeflectionThread::sayMeToo);
    }

    private void accept(Asking asking, DeflectionThread thread, Consumer<DeflectionThread> how) {
        if (!thread.isAccepted()) {
            decide(thread, true);
        }
        how.accept(thread);
    }

    /**
     * The question was published, in this transaction; which one it is is not kept, because it names its author. Threads
     * that were looked at before were not what was wanted.
     */
    public void ask(Asking asking) {
        Deflection deflection = begin(asking);
        if (!deflection.isAsked()) {
            threads(asking).values().stream()
                    .filter(thread -> thread.isOpened() && !thread.isAccepted())
                    .forEach(thread -> decide(thread, false));
        }
        deflection.ask();
    }

    private void decide(DeflectionThread thread, boolean accepted) {
        thread.decision(accepted)
                .ifPresent(decision -> decisions.add(decision, models.state().model()));
    }

    private List<Long> visible(List<Long> questionIds) {
        List<Long> visible =
                questions.list(questionIds).stream().map(QuestionItem::id).toList();
        if (visible.isEmpty()) {
            throw new QuestionProblem(QuestionProblem.Reason.UNKNOWN);
        }
        return visible;
    }

    private DeflectionThread thread(Asking asking, long questionId) {
        visible(List.of(questionId));
        return find(asking, questionId, threads(asking));
    }

    private Deflection begin(Asking asking) {
        entityManager
                .createNativeQuery(BEGIN)
                .setParameter(1, asking.token())
                .setParameter(2, today())
                .setParameter(3, asking.language())
                .executeUpdate();
        return Objects.requireNonNull(
                entityManager.find(Deflection.class, asking.token(), LockModeType.PESSIMISTIC_WRITE));
    }

    private Map<Long, DeflectionThread> threads(Asking asking) {
        Map<Long, DeflectionThread> threads = new HashMap<>();
        entityManager
                .createQuery(THREADS, DeflectionThread.class)
                .setParameter("token", asking.token())
                .getResultList()
                .forEach(thread -> threads.put(thread.questionId(), thread));
        return threads;
    }

    private DeflectionThread find(Asking asking, long questionId, Map<Long, DeflectionThread> threads) {
        DeflectionThread known = threads.get(questionId);
        if (known != null) {
            return known;
        }
        DeflectionThread thread = DeflectionThread.show(asking, questionId, today());
        if (threads.size() < THREADS_MAX) {
            entityManager.persist(thread);
            threads.put(questionId, thread);
        }
        return thread;
    }

    /** Of what is older than 90 days only the sums of each day are kept. */
    public void forget() {
        LocalDate before = today().minusDays(KEPT_DAYS);
        Number old = (Number)
                entityManager.createNativeQuery(OLD).setParameter(1, before).getSingleResult();
        if (old.longValue() > 0) {
            Stream.of(SUM_UP, FORGET, FORGET_THREADS)
                    .forEach(sql -> entityManager
                            .createNativeQuery(sql)
                            .setParameter(1, before)
                            .executeUpdate());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
