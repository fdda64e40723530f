package hilft.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Refuses a form that says it is larger than a form can be, before anything of it is read: the server's own limit is wider
 * and answers with a page that is not ours. What does not say how large it is, whoever reads it judges.
 */
public class SizeLimits extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** Of all pictures and texts of a form together, in bytes; they wait on disk until they are read. */
    public static final long PICTURES = 32_000_000;

    /** Of a form with the picture of a member, in bytes. */
    public static final long AVATAR = 12_000_000;

    private static final long FORM = 1_000_000;
    private static final Map<String, Long> OF_FILES = Map.of("/attachments", PICTURES, "/avatar", AVATAR);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // the API reads no more than it takes
        if (!LoginPaths.isApi(request)
                && request.getContentLengthLong() > OF_FILES.getOrDefault(LoginPaths.of(request), FORM)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
