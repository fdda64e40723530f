package hilft.web.log;

import hilft.web.security.RequestId;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** Logs each query that took longer than half a second, with the page that asked; named in persistence.xml. */
public class SlowStatements extends SessionEventAdapter {
    private static final Logger LOG = Logger.getLogger(SlowStatements.class.getName());
    private static final Duration SLOW = Duration.ofMillis(500);
    private static final String STARTED = "hilft.started";

    @Override
    public void preExecuteQuery(SessionEvent event) {
        event.getQuery().setProperty(STARTED, System.nanoTime());
    }

    @Override
    public void postExecuteQuery(SessionEvent event) {
        DatabaseQuery query = event.getQuery();
        if (query.getProperty(STARTED) instanceof Long started) {
            long millis = (System.nanoTime() - started) / 1_000_000;
            if (millis >= SLOW.toMillis()) {
                LOG.log(Level.WARNING, "a query took {0} ms for {1}: {2}", new Object[] {
                    millis, RequestId.address(), query.getSQLString()
                });
            }
        }
    }
}
