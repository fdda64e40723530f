package hilft.forum.curation;

import hilft.forum.member.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Keeps what admins did with categories and tags, in the transaction in which they did it. */
@ApplicationScoped
@Transactional
public class Curations {

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Clock clock;

    /**
     * Adds a line.
     *
     * @param subject the slug of the category or the tag, at most 40 characters
     * @param details as {@link CurationEntryView#details()} has them, together at most 1,000 characters
     */
    public void log(CurationAction action, String subject, List<String> details, Viewer admin) {
        entityManager.persist(
                CurationEntry.of(admin.id(), action, subject, String.join("\n", details), clock.instant()));
    }
}
