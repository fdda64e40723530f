package hilft.web.health;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Lets in only as many at once as half of the server's threads. When the database stalls, whoever waits for it holds a
 * thread; the other half goes on sending kept pages, assets and the sentence that it is crowded.
 */
public class Crowd extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** The server has 128 threads for requests, the database 32 connections for them. */
    private static final int MOST = 64;

    private final transient Semaphore places = new Semaphore(MOST);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (needsNoPlace(request)) {
            chain.doFilter(request, response);
        } else if (places.tryAcquire()) {
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        } else {
            response.setHeader("Retry-After", Outage.RETRY_AFTER);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** What is in memory, and who asks how we are. */
    private static boolean needsNoPlace(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/assets/") || path.startsWith("/health") || path.equals("/metrics");
    }
}
