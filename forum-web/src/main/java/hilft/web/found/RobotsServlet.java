package hilft.web.found;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells robots (RFC 9309) what is not for them, and where the sitemap is. */
@WebServlet("/robots.txt")
public class RobotsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String RULES = """
            User-agent: *
            Disallow: /admin
            Disallow: /api/
            Disallow: /ask?
            Disallow: /desk
            Disallow: /drafts
            Disallow: /flag
            Disallow: /forms/
            Disallow: /login
            Disallow: /logout
            Disallow: /marketing
            Disallow: /mine
            Disallow: /moderation
            Disallow: /notifications
            Disallow: /register
            Disallow: /search
            Disallow: /settings
            Disallow: /share

            Sitemap: %s/sitemap.xml
            """;

    @Inject
    @ConfigProperty(name = "hilft.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(rules(baseUrl).getBytes(StandardCharsets.UTF_8));
    }

    static String rules(String baseUrl) {
        return RULES.formatted(baseUrl);
    }
}
