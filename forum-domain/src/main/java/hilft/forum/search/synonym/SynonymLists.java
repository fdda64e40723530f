package hilft.forum.search.synonym;

import hilft.forum.member.Role;
import hilft.forum.member.Viewer;
import hilft.forum.shared.FieldError;
import hilft.forum.text.Input;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

/** The lists of synonyms: the newest that was saved counts; every older one stays, and can be saved again. */
@ApplicationScoped
public class SynonymLists {

    /** The list that comes with the forum: words of the telecommunications trade in German and English. */
    private static final String STANDARD = read("synonyms.txt");

    private static final String LOCK = "select version from synonym_list order by version desc limit 1 for update";
    private static final String SAVE = "insert into synonym_list (text, saved_by, saved_at) values (?, ?, ?)";
    private static final String NEWEST = "select coalesce(max(version), 0) from synonym_list";
    private static final String READ = "select version, text, saved_by, saved_at from synonym_list";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Clock clock;

    @Inject
    Event<SynonymsSaved> saved;

    /**
     * Saves a list in the place of the one that the administrator saw.
     *
     * @throws SynonymProblem when a line cannot be read, or somebody has saved another list meanwhile
     */
    @Transactional
    public int save(String typed, int seenVersion, Viewer admin) {
        if (!admin.roles().contains(Role.ADMIN)) {
            throw new SynonymProblem(SynonymProblem.Reason.NOT_ADMIN);
        }
        String text = Input.text(typed);
        List<FieldError> errors = SynonymRules.errors(text);
        if (!errors.isEmpty()) {
            throw new SynonymProblem(SynonymProblem.Reason.INVALID, errors);
        }
        if (number(entityManager.createNativeQuery(LOCK).getResultList().stream()
                        .findFirst())
                != seenVersion) {
            throw new SynonymProblem(SynonymProblem.Reason.STALE);
        }
        entityManager
                .createNativeQuery(SAVE)
                .setParameter(1, text)
                .setParameter(2, admin.id())
                .setParameter(3, LocalDateTime.ofInstant(clock.instant(), UTC))
                .executeUpdate();
        int version = version();
        saved.fire(new SynonymsSaved(version));
        return version;
    }

    private static int number(Optional<?> version) {
        return version.map(value -> ((Number) value).intValue()).orElse(0);
    }

    /** The version that counts now; 0 when none was ever saved. */
    public int version() {
        return ((Number) entityManager.createNativeQuery(NEWEST).getSingleResult()).intValue();
    }

    /** The list that counts now. */
    public SavedSynonyms current() {
        return list(1).stream().findFirst().orElseGet(SynonymLists::standard);
    }

    /** A list by its version, the one that comes with the forum for 0. */
    @SuppressWarnings("unchecked")
    public Optional<SavedSynonyms> find(int version) {
        if (version == 0) {
            return Optional.of(standard());
        }
        List<Object[]> rows = entityManager
                .createNativeQuery(READ + " where version = ?")
                .setParameter(1, version)
                .getResultList();
        return rows.stream().map(SynonymLists::saved).findFirst();
    }

    /** The lists that were saved, the newest first. */
    @SuppressWarnings("unchecked")
    public List<SavedSynonyms> list(int limit) {
        List<Object[]> rows = entityManager
                .createNativeQuery(READ + " order by version desc")
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(SynonymLists::saved).toList();
    }

    private static String read(String name) {
        try (InputStream file = SynonymLists.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SavedSynonyms standard() {
        return new SavedSynonyms(0, STANDARD, null, null);
    }

    private static SavedSynonyms saved(Object[] row) {
        return new SavedSynonyms(
                ((Number) row[0]).intValue(),
                (String) row[1],
                ((Number) row[2]).longValue(),
                ((java.sql.Timestamp) row[3]).toLocalDateTime().toInstant(UTC));
    }
}
