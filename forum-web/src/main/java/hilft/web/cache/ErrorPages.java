package hilft.web.cache;

import hilft.web.faces.Language;
import hilft.web.faces.Packed;
import hilft.web.faces.Packing;
import hilft.web.faces.Routes;
import hilft.web.faces.Theme;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Error pages that say the same to everybody without a session, each rendered once: whoever asks for thousands of addresses
 * that do not exist, or comes while the forum is crowded, takes no time from others. They know neither the address that
 * failed nor the number of the request, which stands in a header.
 */
public class ErrorPages extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<Integer> KEPT = Set.of(
            HttpServletResponse.SC_NOT_FOUND, HttpServletResponse.SC_GONE, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    private static final String REQUEST_ID = "hilft.requestId";

    private record Key(int status, String language, String theme) {}

    private record Kept(String type, Packed body) {}

    @Inject
    transient Packing packing;

    /** As many as there are statuses, languages and themes. */
    private final transient ConcurrentMap<Key, Kept> pages = new ConcurrentHashMap<>();

    /** Held by whoever makes a page: a crowd comes all at once, and to all of them one page has to be told. */
    private final transient Lock making = new ReentrantLock();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)
                || !isForEverybody(status, request)) {
            chain.doFilter(request, response);
            return;
        }
        Key key = new Key(status, Language.of(request).getLanguage(), Theme.of(request));
        Kept page = pages.get(key);
        if (page == null) {
            making.lock();
            try {
                page = pages.containsKey(key) ? pages.get(key) : render(key, request, response, chain);
            } finally {
                making.unlock();
            }
        }
        if (page != null) {
            response.setHeader("Cache-Control", "no-store");
            response.setContentType(page.type());
            page.body().send(request, response);
        }
    }

    /** Whoever logs in from the page of an address that others may see comes back to it, so that one is not shared. */
    private static boolean isForEverybody(int status, HttpServletRequest request) {
        return KEPT.contains(status)
                && "GET".equals(request.getMethod())
                && PageCache.isAnonymous(request)
                && !String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                        .startsWith(request.getContextPath() + "/api/")
                && (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE
                        || request.getAttribute(Routes.ADDRESS) == null
                        || request.getAttribute(PageCache.SHARED) != null);
    }

    private @Nullable Kept render(Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object address = request.getAttribute(Routes.ADDRESS);
        Object id = request.getAttribute(REQUEST_ID);
        Rendering rendered = new Rendering(response);
        request.removeAttribute(Routes.ADDRESS);
        request.removeAttribute(REQUEST_ID);
        try {
            chain.doFilter(request, rendered);
        } finally {
            request.setAttribute(Routes.ADDRESS, address);
            request.setAttribute(REQUEST_ID, id);
        }
        if (!rendered.isWhole()) {
            rendered.release();
            return null;
        }
        Kept page = new Kept(response.getContentType(), packing.quickly(rendered.bytes()));
        pages.put(key, page);
        return page;
    }
}
