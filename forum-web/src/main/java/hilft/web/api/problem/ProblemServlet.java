package hilft.web.api.problem;

import hilft.web.security.RequestId;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What the container refuses before the API sees it, such as a body beyond its limit, is told in the same form. */
@WebServlet(ProblemServlet.ADDRESS)
public class ProblemServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Where the error page of the container forwards what happened below {@code /api/}. */
    public static final String ADDRESS = "/error/api";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer told ? told : 404;
        Locale language = ProblemLanguage.of(
                request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales()));
        Object id = request.getAttribute(RequestId.ATTRIBUTE);
        byte[] body = new ProblemDetails(Refusal.from(status), language, id == null ? "" : id.toString())
                .json()
                .getBytes(UTF_8);
        response.setStatus(status);
        response.setContentType(ProblemDetails.TYPE);
        response.setHeader("Content-Language", language.toLanguageTag());
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
