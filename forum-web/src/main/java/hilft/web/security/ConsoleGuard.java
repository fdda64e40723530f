package hilft.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Opens a console to its role, leads strangers to the login, and refuses everybody else. */
public class ConsoleGuard extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentMember currentMember;

    @Inject
    transient LoginSettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Console> console = Console.of(LoginPaths.of(request));
        if (console.isEmpty()) {
            chain.doFilter(request, response);
        } else if (!currentMember.isSignedIn()) {
            leadToLogin(request, response);
        } else if (!console.get().opensTo(currentMember)) {
            response.setHeader("Content-Security-Policy", SecurityHeaders.pages(settings));
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.setHeader("Cache-Control", "no-store");
            chain.doFilter(request, response);
        }
    }

    private void leadToLogin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = request.getQueryString();
        boolean get = request.getMethod().equals("GET");
        String path = LoginPaths.of(request) + (get && query != null ? "?" + query : "");
        String login = request.getContextPath() + ReturnTo.loginThen(path);
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            leadAjaxToLogin(login, response);
        } else {
            response.sendRedirect(settings.getBaseUrl() + ReturnTo.loginThen(path));
        }
    }

    /** A Faces script follows no redirect of its request, only one that is told in its own language. */
    private static void leadAjaxToLogin(String login, HttpServletResponse response) throws IOException {
        response.setContentType("text/xml;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                        + login.replace("&", "&amp;").replace("\"", "&quot;") + "\"/></partial-response>");
    }
}
