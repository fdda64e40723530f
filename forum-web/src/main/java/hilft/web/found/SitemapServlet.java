package hilft.web.found;

import hilft.web.faces.Routes;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends the sitemap, or the part of it that the address names. */
@WebServlet("/permalink/sitemap")
public class SitemapServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial")
    transient Sitemap sitemap;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<byte[]> body = find(Routes.parameter(request, "part"));
        if (body.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/xml;charset=UTF-8");
        response.setContentLength(body.get().length);
        response.getOutputStream().write(body.get());
    }

    private Optional<byte[]> find(@Nullable String part) {
        if (part == null) {
            return Optional.of(sitemap.index());
        }
        return part.matches("\\d{1,15}") ? sitemap.part(Long.parseLong(part)) : Optional.empty();
    }
}
