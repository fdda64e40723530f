package hilft.forum.similar.calibration;

import hilft.forum.similar.Decision;
import hilft.forum.similar.Features;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What people decided about suggestions: accepted as the same or solving it, or looked at and asked anyway. */
@ApplicationScoped
@Transactional
public class SimilarDecisions {

    private static final int KEPT_DAYS = 730;
    private static final int READ_MAX = 20_000;
    private static final String ADD = """
            insert into similar_decision (day, language, model, accepted, features) values (?, ?, ?, ?, ?)
            """;
    private static final String LIST =
            "select features, accepted from similar_decision where model = ? and language = ? order by id desc limit ?";
    private static final String FORGET = "delete from similar_decision where day < ?";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Clock clock;

    @Inject
    ZoneId zone;

    /** Adds one in the caller's transaction; {@code model} is the one that made the figures, empty without. */
    public void add(SimilarDecision decision, String model) {
        entityManager
                .createNativeQuery(ADD)
                .setParameter(1, today())
                .setParameter(2, decision.language())
                .setParameter(3, model)
                .setParameter(4, decision.accepted())
                .setParameter(5, decision.features())
                .executeUpdate();
    }

    /** The newest 20,000 of a model and language; those with features of another release are left out. */
    @SuppressWarnings("unchecked")
    public List<Decision> list(String model, String language) {
        List<Object[]> rows = entityManager
                .createNativeQuery(LIST)
                .setParameter(1, model)
                .setParameter(2, language)
                .setParameter(3, READ_MAX)
                .getResultList();
        return rows.stream()
                .flatMap(row ->
                        features((String) row[0]).map(features -> new Decision(features, truth(row[1]))).stream())
                .toList();
    }

    private static Optional<Features> features(String kept) {
        try {
            return Optional.of(Features.parse(kept));
        } catch (IllegalArgumentException ofAnotherRelease) {
            return Optional.empty();
        }
    }

    private static boolean truth(Object value) {
        return value instanceof Boolean truth ? truth : ((Number) value).intValue() != 0;
    }

    /** Forgets what was decided more than two years ago. */
    public void forget() {
        entityManager
                .createNativeQuery(FORGET)
                .setParameter(1, today().minusDays(KEPT_DAYS))
                .executeUpdate();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
