package hilft.web.job;

import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.Session;

/**
 * A query is asked once; named in persistence.xml. The persistence provider would ask a database that does not answer three
 * more times and sleep five seconds before each, on a thread that others are waiting for.
 */
public class OneTry implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        session.getLogin().setQueryRetryAttemptCount(0);
    }
}
