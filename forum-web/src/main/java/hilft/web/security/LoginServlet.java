package hilft.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Protected, so that the mechanism leads strangers to Keycloak; who comes this far is logged in already. */
@WebServlet({LoginPaths.LOGIN, LoginPaths.REGISTER})
@ServletSecurity(@HttpConstraint(rolesAllowed = "**"))
public class LoginServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient LoginSettings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(settings.getBaseUrl() + ReturnTo.local(request.getParameter(ReturnTo.PARAMETER)));
    }
}
