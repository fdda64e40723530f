package hilft.web.security;

import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.openid.IdentityToken;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Ends the forum's session and, by way of the browser, Keycloak's. */
@WebServlet(LoginPaths.LOGOUT)
public class LogoutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OpenIdContext openId;

    @Inject
    transient LoginSettings settings;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String next = settings.getBaseUrl() + "/";
        HttpSession session = request.getSession(false);
        if (session != null) {
            String hint = request.getUserPrincipal() == null ? null : idToken();
            session.invalidate();
            if (hint != null) {
                next = endSession(hint, next);
            }
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", next);
        response.setHeader("Cache-Control", "no-store");
    }

    private @Nullable String idToken() {
        IdentityToken token = openId.getIdentityToken();
        return token == null ? null : token.getToken();
    }

    private String endSession(String hint, String next) {
        return settings.getEndSessionEndpoint() + "?id_token_hint=" + hint + "&client_id="
                + URLEncoder.encode(settings.getClientId(), UTF_8) + "&post_logout_redirect_uri="
                + URLEncoder.encode(next, UTF_8);
    }
}
