package hilft.web.security;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** Swallows the redirect by which the mechanism answers a refused refresh: on a public page a reader just reads on. */
final class SilentResponse extends HttpServletResponseWrapper {

    SilentResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendRedirect(String location) {
        // the page decides what somebody may see who is no longer logged in
    }
}
