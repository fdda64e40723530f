package hilft.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Hears from Keycloak that a session has ended there (OpenID Connect Back-Channel Logout 1.0). */
@WebServlet(LoginPaths.BACKCHANNEL_LOGOUT)
public class BackchannelLogoutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Tokens tokens;

    @Inject
    transient KnownSessions knownSessions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        String token = request.getParameter("logout_token");
        try {
            Optional<String> session = token == null ? Optional.empty() : tokens.endedSession(token);
            session.ifPresent(knownSessions::end);
            response.setStatus(session.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST);
        } catch (Tokens.Unavailable e) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
