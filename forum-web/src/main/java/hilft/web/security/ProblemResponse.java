package hilft.web.security;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ResourceBundle;

/** Problem details (RFC 9457) for what a filter refuses before the API sees it. */
final class ProblemResponse {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProblemResponse() {}

    static void send(HttpServletRequest request, HttpServletResponse response, int status, String reason)
            throws IOException {
        ResourceBundle words = ResourceBundle.getBundle("hilft.messages", PreferredLanguage.of(request), NO_FALLBACK);
        Object id = request.getAttribute(RequestId.ATTRIBUTE);
        byte[] body = Json.createObjectBuilder()
                .add("type", "urn:hilft:problem:security." + reason)
                .add("title", words.getString("problem.security." + reason))
                .add("status", status)
                .add("code", "security." + reason)
                .add("requestId", id == null ? "" : id.toString())
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setHeader("Content-Language", words.getLocale().toLanguageTag());
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
