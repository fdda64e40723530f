package hilft.web.cache;

import hilft.web.health.Outage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What came of making a shared page, for everybody who waited for it: the page, an address it has moved to, an error, or
 * nothing that others may have.
 *
 * @param status of the answer, 0 when it is for one reader alone
 */
record Outcome(
        @Nullable Rendition page, int status, @Nullable String location) {

    static final Outcome PERSONAL = new Outcome(null, 0, null);

    static Outcome made(Rendition page) {
        return new Outcome(page, HttpServletResponse.SC_OK, null);
    }

    static Outcome moved(int status, String location) {
        return new Outcome(null, status, location);
    }

    static Outcome failed(int status) {
        return new Outcome(null, status, null);
    }

    static Outcome failed(Throwable thrown) {
        return failed(
                Outage.isIn(thrown)
                        ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                        : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }

    boolean isPersonal() {
        return status == 0;
    }

    /** Answers where there is no page to send. */
    void answer(HttpServletResponse response) throws IOException {
        if (location != null) {
            response.setStatus(status);
            response.setHeader("Location", location);
            response.setHeader("Cache-Control", "no-cache");
            return;
        }
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", Outage.RETRY_AFTER);
        }
        response.sendError(status);
    }
}
