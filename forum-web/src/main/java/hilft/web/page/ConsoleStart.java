package hilft.web.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Leads from the name of a console to its first page. */
@WebServlet({"/desk", "/admin"})
public class ConsoleStart extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Map<String, String> FIRST = Map.of("/desk", "/desk/link-outs", "/admin", "/admin/channels");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + FIRST.get(request.getServletPath()));
    }
}
