package hilft.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Slows down whoever writes too often through the API or a plain form. Forms with text ask {@link RateLimits} themselves,
 * so that their text stays on the page.
 */
public class WriteLimits extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    /** What is asked or told again and again while somebody types must not use up what is left for writing. */
    private static final Map<String, RateLimits.Limit> OWN = Map.of(
            "/api/v1/text/preview", RateLimits.Limit.PREVIEW,
            "/api/v1/link-outs/measure", RateLimits.Limit.PREVIEW,
            "/api/v1/deflections", RateLimits.Limit.DEFLECTION,
            "/api/v1/me/drafts", RateLimits.Limit.DRAFT,
            "/api/v1/attachments", RateLimits.Limit.ATTACH);

    @Inject
    transient RateLimits rateLimits;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = LoginPaths.of(request);
        boolean api = LoginPaths.isApi(request);
        if (WRITES.contains(request.getMethod())
                && (api || path.startsWith("/forms/") || path.startsWith("/events/"))) {
            try {
                rateLimits.take(OWN.getOrDefault(path, RateLimits.Limit.WRITE));
            } catch (TooManyRequests e) {
                refuse(api, e, request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static void refuse(
            boolean api, TooManyRequests problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Retry-After", String.valueOf(problem.retryAfterSeconds()));
        if (api) {
            ProblemResponse.send(request, response, 429, "too_many_requests");
        } else {
            response.sendError(429);
        }
    }
}
