package hilft.forum.search.synonym;

import hilft.forum.search.analysis.Synonyms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

/**
 * The synonyms that questions are widened by: those saved last, here at once and on other nodes within seconds. A list
 * that is being edited can be tried without being saved. While the database does not answer, the list known last counts.
 */
@ApplicationScoped
public class SynonymsInUse implements Supplier<Synonyms> {

    private static final Logger LOG = Logger.getLogger(SynonymsInUse.class.getName());
    private static final Duration KEPT = Duration.ofSeconds(5);

    @Inject
    SynonymLists lists;

    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();
    private final ThreadLocal<@Nullable Synonyms> tried = new ThreadLocal<>();

    private record Known(int version, Synonyms synonyms, long untilNanos) {}

    @Override
    public Synonyms get() {
        Synonyms trial = tried.get();
        if (trial != null) {
            return trial;
        }
        Known current = known.get();
        if (current == null || System.nanoTime() - current.untilNanos() >= 0) {
            current = read(current);
            known.set(current);
        }
        return current.synonyms();
    }

    private Known read(@Nullable Known before) {
        long until = System.nanoTime() + KEPT.toNanos();
        try {
            int version = lists.version();
            if (before != null && before.version() == version) {
                return new Known(version, before.synonyms(), until);
            }
            SavedSynonyms current = lists.current();
            return new Known(current.version(), Synonyms.read(current.text()).synonyms(), until);
        } catch (RuntimeException unreadable) {
            LOG.log(Level.FINE, "the list known last counts", unreadable);
            return new Known(
                    before == null ? -1 : before.version(), before == null ? Synonyms.NONE : before.synonyms(), until);
        }
    }

    void on(@Observes(during = AFTER_SUCCESS) SynonymsSaved event) {
        known.set(null);
    }

    /** Does something as if these were the synonyms in use; for what runs in the caller's thread alone. */
    public <T> T trying(Synonyms trial, Supplier<T> deed) {
        tried.set(trial);
        try {
            return deed.get();
        } finally {
            tried.remove();
        }
    }
}
