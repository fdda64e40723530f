package hilft.web.cache;

import hilft.forum.category.CategoryQueries;
import hilft.forum.change.ChangeNotes;
import hilft.forum.tag.TagQueries;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hears every second what other nodes have changed. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class OtherNodes {
    private static final Logger LOG = Logger.getLogger(OtherNodes.class.getName());

    @Inject
    Changes changes;

    @Inject
    ChangeNotes notes;

    @Inject
    CategoryQueries categories;

    @Inject
    TagQueries tags;

    /** An exception would end the timer; what is not heard now is heard later, and no page lives longer than a minute. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void listen() {
        try {
            notes.others().forEach(this::count);
        } catch (RuntimeException unreachable) {
            LOG.log(Level.FINE, "changes of other nodes cannot be read now", unreachable);
        }
    }

    /** What is kept here goes before a page is made again. */
    private void count(long subject) {
        if (subject == Changes.EVERYTHING) {
            categories.forget();
            tags.forget();
        }
        changes.count(subject);
    }
}
