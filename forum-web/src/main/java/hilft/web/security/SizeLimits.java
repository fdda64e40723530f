package hilft.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * Refuses a form that says it is larger than a form can be, before anything of it is read: the server's own limit is wider
 * and answers with a page that is not ours. Of a form in chunks, which does not say how large it is, the server reads up to
 * two megabytes and loses the rest without a word. Pictures are judged by whoever reads them.
 */
public class SizeLimits extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** Of all pictures and texts of a form together, in bytes; they wait on disk until they are read. */
    public static final long PICTURES = 32_000_000;

    /** Of a form with the picture of a member, in bytes. */
    public static final long AVATAR = 12_000_000;

    private static final long FORM = 1_000_000;
    private static final String FIELDS = "application/x-www-form-urlencoded";

    private static final Map<String, Long> OF_FILES = Map.of("/attachments", PICTURES, "/avatar", AVATAR);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isTooLarge(request)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isTooLarge(HttpServletRequest request) throws IOException {
        String path = LoginPaths.of(request);
        // the API reads no more than it takes
        return !LoginPaths.isApi(request)
                && (request.getContentLengthLong() > OF_FILES.getOrDefault(path, FORM)
                        || (isFormInChunks(request) && isCutOff(request)));
    }

    private static boolean isFormInChunks(HttpServletRequest request) {
        String type = request.getContentType();
        return "POST".equals(request.getMethod())
                && request.getContentLengthLong() < 0
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(FIELDS);
    }

    /** Whether something is left when the server has read the fields. */
    private static boolean isCutOff(HttpServletRequest request) throws IOException {
        request.getParameterMap();
        return request.getInputStream().read() >= 0;
    }
}
