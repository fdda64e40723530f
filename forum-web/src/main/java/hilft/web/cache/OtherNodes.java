package hilft.web.cache;

import hilft.forum.change.ChangeNotes;
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

    /** An exception would end the timer; what is not heard now is heard later, and no page lives longer than a minute. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void listen() {
        try {
            notes.others().forEach(changes::count);
        } catch (RuntimeException unreachable) {
            LOG.log(Level.FINE, "changes of other nodes cannot be read now", unreachable);
        }
    }
}
