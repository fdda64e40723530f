package hilft.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where Keycloak sends people back to: on to the page they came from, or to a word about what went wrong. */
@WebServlet(LoginPaths.CALLBACK)
public class CallbackServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentMember currentMember;

    @Inject
    transient LoginSettings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getAttribute(LoginProblem.ATTRIBUTE) instanceof LoginProblem problem) {
            tell(problem, request, response);
        } else if (!currentMember.isSignedIn()) {
            tell(request.getUserPrincipal() == null ? LoginProblem.EXPIRED : LoginProblem.DISABLED, request, response);
        } else {
            String path = "/";
            if (request.getAttribute(RepairedLogin.RETURN_TO) instanceof String wanted) {
                request.changeSessionId();
                path = wanted;
            }
            response.sendRedirect(settings.getBaseUrl() + path);
        }
    }

    private static void tell(LoginProblem problem, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(LoginProblem.ATTRIBUTE, problem);
        response.setStatus(problem.status());
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher(LoginPaths.PROBLEM_VIEW).forward(request, response);
    }
}
