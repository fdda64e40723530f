package hilft.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Adds to the way to Keycloak what the mechanism does not know: PKCE, the language, and registration as the start. */
final class AuthorizationRedirect extends HttpServletResponseWrapper {

    private final String additions;

    AuthorizationRedirect(HttpServletRequest request, HttpServletResponse response, String verifier, String language) {
        super(response);
        additions = "&code_challenge_method=S256&code_challenge=" + Pkce.challenge(verifier) + "&ui_locales=" + language
                + (LoginPaths.of(request).equals(LoginPaths.REGISTER) ? "&prompt=create" : "");
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        super.sendRedirect(location + additions);
    }
}
