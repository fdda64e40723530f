package hilft.web.faces;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Stands where pages are, so that the server does not look for a file of that name before it asks any filter: finding none
 * costs it a stack trace for each request. Only addresses that {@link Routes} does not know come here; {@link Assets} alone
 * sends what lies in the folder of resources. No folder of views may stand in the list, for this would take their place.
 */
@WebServlet({
    "",
    "/questions/*",
    "/categories/*",
    "/tags/*",
    "/members/*",
    "/answers/*",
    "/ask",
    "/feed.atom",
    "/sitemap.xml",
    "/resources/*"
})
public class NotAFile extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
