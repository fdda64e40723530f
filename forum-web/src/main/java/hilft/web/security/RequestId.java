package hilft.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request an id that stands in the response, on error pages and, because whoever formats a line asks for it, in
 * each log line of the container and of every library.
 */
public class RequestId extends HttpFilter {
    private static final long serialVersionUID = 1L;

    public static final String HEADER = "X-Request-Id";

    /** The request attribute for error pages. */
    public static final String ATTRIBUTE = "hilft.requestId";

    private static final Pattern GIVEN = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable String> ADDRESS = new ThreadLocal<>();

    /** The id of the request that this thread serves, or null outside of requests. */
    public static @Nullable String current() {
        return CURRENT.get();
    }

    /** The method and path of the request that this thread serves; outside of requests the name of the thread. */
    public static String address() {
        String address = ADDRESS.get();
        return address == null ? Thread.currentThread().getName() : address;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = of(request.getHeader(HEADER));
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        CURRENT.set(id);
        ADDRESS.set(request.getMethod() + " " + request.getRequestURI());
        try {
            chain.doFilter(request, response);
        } finally {
            CURRENT.remove();
            ADDRESS.remove();
        }
    }

    /** The proxy's id if it looks like one, else a new one. */
    static String of(@Nullable String given) {
        if (given != null && GIVEN.matcher(given).matches()) {
            return given;
        }
        // names a request and keeps nobody out, so it need not be hard to guess
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
