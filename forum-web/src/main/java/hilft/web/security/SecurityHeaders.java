package hilft.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * What browsers may do with our pages. Pictures come from the forum alone: a picture on a stranger's server would tell
 * that stranger who reads which thread.
 */
public class SecurityHeaders extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final String POLICY = """
            default-src 'none'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
            worker-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' %s; style-src 'self'%s; \
            script-src 'self'""";
    private static final String CONSOLE_STYLES = "; style-src-attr 'unsafe-inline'";

    @Inject
    transient LoginSettings settings;

    private boolean https;
    private String policy = "";

    @Override
    public void init() {
        https = settings.isHttps();
        policy = pages(settings);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        write(request, response);
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            // a page that failed on its way takes everything back, but its error page needs these as well
            @Override
            public void reset() {
                super.reset();
                if (request.getAttribute(RequestId.ATTRIBUTE) instanceof String id) {
                    super.setHeader(RequestId.HEADER, id);
                }
                write(request, response);
            }
        });
    }

    private void write(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Permissions-Policy", "camera=(self), geolocation=(), microphone=(), payment=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (https) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        String path = LoginPaths.of(request);
        boolean console = Console.of(path).isPresent();
        if (console || path.startsWith("/api/") || path.endsWith("/feed.atom")) {
            response.setHeader("X-Robots-Tag", "noindex");
        }
        // a console's view adds its own policy with a nonce, and of two policies both hold
        if (!console) {
            response.setHeader("Content-Security-Policy", policy);
        }
    }

    /** The policy of every page outside of the consoles. */
    static String pages(LoginSettings settings) {
        return POLICY.formatted(settings.getKeycloakOrigin(), "");
    }

    /**
     * The policy of the consoles. Their forms may also lead to where X asks for its permission: browsers judge where the
     * answer to a form leads, too. It ends with script-src, to which PrimeFaces appends its nonce.
     */
    static String consoles(LoginSettings settings) {
        return POLICY.formatted(settings.getKeycloakOrigin() + " " + settings.getXOrigin(), CONSOLE_STYLES);
    }
}
