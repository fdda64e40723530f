package hilft.web.live;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/** Whoever logs out hears nothing more. */
@WebListener
public class SessionListener implements HttpSessionListener {

    @Inject
    Streams streams;

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        streams.endSession(event.getSession().getId());
    }
}
