package hilft.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers API clients whose token does not hold, so that none of them is taken for an anonymous reader. */
public class BearerGuard extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** The request attribute with the status that the mechanism wants answered. */
    static final String REFUSED = "hilft.bearer.refused";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request.getAttribute(REFUSED) instanceof Integer status)) {
            chain.doFilter(request, response);
        } else if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            ProblemResponse.send(request, response, status, "token_invalid");
        } else {
            response.setHeader("Retry-After", "10");
            ProblemResponse.send(request, response, status, "login_unavailable");
        }
    }
}
