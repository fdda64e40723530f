package hilft.web.found;

import hilft.web.faces.Language;
import hilft.web.faces.Words;
import hilft.web.feed.XmlDocument;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells browsers how to search here, by <a href="https://github.com/dewitt/opensearch">OpenSearch 1.1</a>. */
@WebServlet("/opensearch.xml")
public class OpenSearchServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @ConfigProperty(name = "hilft.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = description(baseUrl, Language.of(request));
        response.setContentType("application/opensearchdescription+xml;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static byte[] description(String baseUrl, Locale locale) {
        return new XmlDocument("OpenSearchDescription", "http://a9.com/-/spec/opensearch/1.1/")
                .element("ShortName", "Hilft")
                .element("Description", Words.in(locale, "found.search.description"))
                .element("InputEncoding", "UTF-8")
                .open("Url", "type", "text/html", "template", baseUrl + "/search?q={searchTerms}")
                .close()
                .bytes();
    }
}
