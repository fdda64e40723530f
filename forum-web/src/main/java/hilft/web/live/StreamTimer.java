package hilft.web.live;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells every second what is new. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class StreamTimer {
    private static final Logger LOG = Logger.getLogger(StreamTimer.class.getName());

    @Inject
    Streams streams;

    /** An exception would end the timer; who comes back later is told everything. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void tick() {
        try {
            streams.tick();
        } catch (RuntimeException unreachable) {
            LOG.log(Level.FINE, "what is new cannot be read now", unreachable);
        }
    }

    @PreDestroy
    void end() {
        streams.endAll();
    }
}
