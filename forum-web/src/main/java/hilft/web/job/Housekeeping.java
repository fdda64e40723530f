package hilft.web.job;

import hilft.forum.change.ChangeNotes;
import hilft.forum.idempotency.IdempotentRequests;
import hilft.forum.member.EndedSessions;
import hilft.forum.question.ViewCounts;
import hilft.web.cache.ForumListener;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Small work by the clock. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class.getName());

    @Inject
    ViewCounts viewCounts;

    @Inject
    IdempotentRequests idempotentRequests;

    @Inject
    EndedSessions endedSessions;

    @Inject
    ChangeNotes changeNotes;

    @Inject
    ForumListener forumListener;

    /** An exception would end the timer; what is not heard now is heard later, and no page lives longer than a minute. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void everySecond() {
        try {
            forumListener.listen();
        } catch (RuntimeException unreachable) {
            LOG.log(Level.FINE, "changes of other nodes cannot be read now", unreachable);
        }
    }

    @Schedule(hour = "*", minute = "*", persistent = false)
    void everyMinute() {
        viewCounts.flush();
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void everyHour() {
        idempotentRequests.forget();
        endedSessions.forget();
        changeNotes.forget();
    }
}
