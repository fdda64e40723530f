package hilft.web.faces;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows the page of an error; the form that failed is not sent to it a second time. The other addresses belong to
 * {@link Routes}: they are also folders of views, and without a mapping the container would add a slash to them.
 */
@WebServlet({
    "/error",
    "/search",
    "/leaderboard",
    "/settings",
    "/mine",
    "/flag",
    "/share",
    "/moderation",
    "/marketing",
    "/comment",
    "/draft",
    "/event",
    "/home",
    "/legal",
    "/member",
    "/notification",
    "/question",
    "/undo"
})
public class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Set<Integer> PAGES = Set.of(403, 404, 405, 410, 413, 500, 503);

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        // A forwarded view that failed has had its error page already when the container asks again.
        if (response.isCommitted()) return;
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith(request.getContextPath() + "/api/")) {
            request.getRequestDispatcher("/error/api").forward(request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        String view = "/error/" + (PAGES.contains(status) ? status : 500) + ".xhtml";
        request.getRequestDispatcher(view).forward(new Reading(request), response);
    }

    private static final class Reading extends HttpServletRequestWrapper {
        Reading(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        @SuppressWarnings("NullAway")
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }
    }
}
