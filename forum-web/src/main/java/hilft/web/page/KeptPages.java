package hilft.web.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hilft.web.faces.Language;
import hilft.web.faces.PageWriter;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.faces.kept.Filled;
import hilft.web.faces.kept.Fragments;
import hilft.web.faces.kept.Outline;
import hilft.web.health.Outage;
import hilft.web.heap.HeapShare;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Answers members with pages rendered before: the reads of the page are made anew for everyone, and where they show the
 * same as they did, nothing is left to Faces. What shows the reader is filled in.
 */
public class KeptPages extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(KeptPages.class.getName());

    private static final Duration KEPT = Duration.ofMinutes(30);

    private static final int LONGEST_ADDRESS = 400;

    private record Key(String view, String address, String reader, String theme, Record shown) {}

    @Inject
    @Any
    transient Instance<WholePage> beans;

    @Inject
    transient Shell shell;

    @Inject
    transient Fragments fragments;

    @Inject
    transient MetricRegistry metrics;

    @SuppressWarnings("NullAway.Init")
    private transient Counter sent;

    private final transient Map<String, WholePage> pages = new HashMap<>();

    private final transient Cache<Key, Outline> outlines = Caffeine.newBuilder()
            .maximumWeight(HeapShare.MEMBER_PAGES.bytes())
            .weigher((Key key, Outline outline) -> outline.weight())
            .expireAfterAccess(KEPT)
            .build();

    @Override
    public void init() {
        sent = metrics.counter(Metadata.builder()
                .withName("hilft_member_pages_kept")
                .withDescription("pages sent to members as they were rendered before")
                .build());
        beans.handles().forEach(page -> pages.put(page.getBean().getName(), page.get()));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        WholePage page = pages.get(beanOf(request.getServletPath()));
        if (page == null || !isPlainRead(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Key> key;
        Optional<Filled> whole;
        try {
            key = key(page, request);
            whole = key.flatMap(known -> find(known, page));
        } catch (RuntimeException failed) {
            if (Outage.isIn(failed)) {
                LOG.log(Level.WARNING, "the database does not answer in time: {0}", String.valueOf(failed));
                response.setHeader("Retry-After", Outage.RETRY_AFTER);
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            } else {
                // what cannot be shown is for Faces to answer
                chain.doFilter(request, response);
            }
            return;
        }
        if (whole.isPresent()) {
            sent.inc();
            whole.get().send(request, response);
        } else {
            chain.doFilter(request, response);
            if (key.isPresent() && response.getStatus() == HttpServletResponse.SC_OK) {
                keep(key.get(), page, request);
            }
        }
    }

    /** A view is named as its bean. */
    private static String beanOf(String view) {
        return view.substring(view.lastIndexOf('/') + 1).replace(".xhtml", "Page");
    }

    /** Whether nothing was sent that the page might show again. */
    private static boolean isPlainRead(HttpServletRequest request) {
        String query = request.getQueryString();
        return "GET".equals(request.getMethod())
                && (query == null || !query.contains("jakarta.faces"))
                && request.getAttribute(Typed.BEFORE) == null
                && Routes.addressOf(request).length() <= LONGEST_ADDRESS;
    }

    private Optional<Key> key(WholePage page, HttpServletRequest request) {
        if (!shell.isSignedIn() || shell.isFlashWaiting()) {
            return Optional.empty();
        }
        return Optional.ofNullable(page.shown())
                .map(shown -> new Key(
                        request.getServletPath(),
                        Routes.addressOf(request),
                        Fragments.reader(Language.of(request), request.getAttribute(Words.ZONE)),
                        shell.getTheme(),
                        shown));
    }

    private Optional<Filled> find(Key key, WholePage page) {
        Outline outline = outlines.getIfPresent(key);
        return outline == null ? Optional.empty() : outline.fill(key.reader(), this::ofReader, page.once(), fragments);
    }

    private Object ofReader(String name) {
        Object value = switch (name) {
            case "reader" -> shell.getReader();
            case "quick" -> shell.getQuick();
            default -> null;
        };
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }

    private void keep(Key key, WholePage page, HttpServletRequest request) {
        PageWriter.rendered(request).ifPresent(rendered -> outlines.put(key, Outline.of(rendered, page.once())));
    }
}
