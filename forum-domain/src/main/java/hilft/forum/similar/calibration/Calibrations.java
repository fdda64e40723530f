package hilft.forum.similar.calibration;

import hilft.forum.member.Role;
import hilft.forum.member.Viewer;
import hilft.forum.similar.Calibration;
import hilft.forum.similar.Confidence;
import hilft.forum.similar.Confidences;
import hilft.forum.similar.Decision;
import hilft.forum.similar.LanguageModels;
import hilft.forum.similar.PrecisionCurve;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

import static java.time.ZoneOffset.UTC;

/**
 * How far likenesses are trusted: as the forum came, or as its own decisions taught it and an administrator has put in
 * force. Each one put in force is a row that is never changed; the newest of a language that was made with the present model
 * counts.
 */
@ApplicationScoped
public class Calibrations {

    private static final Logger LOG = Logger.getLogger(Calibrations.class.getName());
    private static final String APPLY = """
            insert into similar_calibration
              (language, model, confidence, decisions, answers, suggestions, applied_by, applied_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String NEWEST = """
            select id, language, confidence from similar_calibration
            where id in (select max(id) from similar_calibration where model = ? group by language) order by id
            """;
    private static final String LOG_ROWS = """
            select id, language, confidence is not null, decisions, answers, suggestions, applied_by, applied_at
            from similar_calibration order by id desc
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    SimilarDecisions decisions;

    @Inject
    LanguageModels models;

    @Inject
    Confidences confidences;

    @Inject
    Clock clock;

    private final AtomicReference<List<Long>> inForce = new AtomicReference<>(List.of());

    /** What own decisions about questions in a language say of the present confidence and would make of it. */
    public CalibrationPreview preview(String language, Targets targets) {
        targets.check();
        List<Decision> all = decisions.list(model(), language);
        Confidence current = confidences.current(language);
        Confidence fitted = fit(all, targets).orElse(null);
        long accepted = all.stream().filter(Decision::right).count();
        boolean labelled = all.size() < Calibration.FEWEST && confidences.isShippedWithModel(language);
        return new CalibrationPreview(
                accepted,
                all.size() - accepted,
                current,
                labelled ? PrecisionCurve.shipped(language) : PrecisionCurve.of(all, current),
                labelled,
                fitted,
                fitted == null ? null : PrecisionCurve.of(all, fitted));
    }

    private static Optional<Confidence> fit(List<Decision> decisions, Targets targets) {
        return Calibration.fit(decisions, targets.answers() / 100.0, targets.suggestions() / 100.0);
    }

    /**
     * Puts in force what the own decisions of this moment lead to.
     *
     * @throws CalibrationProblem when there are too few of them
     */
    @Transactional
    public void apply(String language, Targets targets, Viewer admin) {
        check(admin);
        targets.check();
        List<Decision> all = decisions.list(model(), language);
        Confidence fitted =
                fit(all, targets).orElseThrow(() -> new CalibrationProblem(CalibrationProblem.Reason.TOO_FEW));
        add(language, fitted.toString(), all.size(), targets, admin);
    }

    /** Goes back to the calibration that comes with the forum. */
    @Transactional
    public void reset(String language, Viewer admin) {
        check(admin);
        add(language, null, 0, Targets.STANDARD, admin);
    }

    private static void check(Viewer admin) {
        if (!admin.roles().contains(Role.ADMIN)) {
            throw new CalibrationProblem(CalibrationProblem.Reason.NOT_ADMIN);
        }
    }

    private void add(String language, @Nullable String confidence, int decisions, Targets targets, Viewer admin) {
        entityManager
                .createNativeQuery(APPLY)
                .setParameter(1, language)
                .setParameter(2, model())
                .setParameter(3, confidence)
                .setParameter(4, decisions)
                .setParameter(5, targets.answers())
                .setParameter(6, targets.suggestions())
                .setParameter(7, admin.id())
                .setParameter(8, LocalDateTime.ofInstant(clock.instant(), UTC))
                .executeUpdate();
    }

    /** Lets this node trust what is in force; called every few seconds, since any node may have put it there. */
    @SuppressWarnings("unchecked")
    public void adopt() {
        List<Object[]> newest =
                entityManager.createNativeQuery(NEWEST).setParameter(1, model()).getResultList();
        List<Long> ids = newest.stream().map(row -> number(row[0])).toList();
        if (inForce.getAndSet(ids).equals(ids)) {
            return;
        }
        confidences.reset();
        for (Object[] row : newest) {
            if (row[2] != null) {
                adopt((String) row[1], (String) row[2]);
            }
        }
    }

    private void adopt(String language, String confidence) {
        try {
            confidences.adopt(language, Confidence.parse(confidence));
        } catch (IllegalArgumentException ofAnotherRelease) {
            LOG.log(
                    Level.WARNING,
                    "A calibration of another release is not used; the one that comes with the forum is");
        }
    }

    /** What was put in force, the newest first. */
    @SuppressWarnings("unchecked")
    public List<AppliedCalibration> log(int limit) {
        List<Object[]> rows =
                entityManager.createNativeQuery(LOG_ROWS).setMaxResults(limit).getResultList();
        return rows.stream()
                .map(row -> new AppliedCalibration(
                        number(row[0]),
                        (String) row[1],
                        number(row[2]) != 0,
                        (int) number(row[3]),
                        new Targets((int) number(row[4]), (int) number(row[5])),
                        number(row[6]),
                        ((java.sql.Timestamp) row[7]).toLocalDateTime().toInstant(UTC)))
                .toList();
    }

    private static long number(Object value) {
        return value instanceof Boolean truth ? (truth ? 1 : 0) : ((Number) value).longValue();
    }

    private String model() {
        return models.state().model();
    }
}
