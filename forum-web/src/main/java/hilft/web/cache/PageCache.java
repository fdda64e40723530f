package hilft.web.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hilft.forum.question.ViewCounts;
import hilft.web.faces.Language;
import hilft.web.faces.Packing;
import hilft.web.faces.Theme;
import hilft.web.health.Outage;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Answers readers without a session from pages rendered before: each page once for all who ask at the same time, and
 * again when something on it has changed. A page that cannot be made anew, because the database does not answer, is sent
 * as it was as long as nothing is known to have changed.
 */
public class PageCache extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(PageCache.class.getName());
    private static final Duration LONGEST_KEPT = Duration.ofHours(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int MOST_WAITING = 64;

    private record Key(String path, String query, String language, String theme) {}

    @Inject
    transient Changes changes;

    @Inject
    transient Packing packing;

    @Inject
    transient ViewCounts viewCounts;

    @Inject
    transient MetricRegistry metrics;

    @Inject
    @ConfigProperty(name = "hilft.cache.megabytes", defaultValue = "96")
    int megabytes;

    @SuppressWarnings("NullAway.Init")
    private transient Cache<Key, Rendition> pages;

    @SuppressWarnings("NullAway.Init")
    private transient Counter renders;

    private final transient ConcurrentMap<Key, CompletableFuture<Optional<Rendition>>> rendering =
            new ConcurrentHashMap<>();
    private final transient Semaphore waiting = new Semaphore(MOST_WAITING);

    @Override
    public void init() {
        pages = Caffeine.newBuilder()
                .maximumWeight(Math.max(1, megabytes) * 1_048_576L)
                .weigher((Key key, Rendition page) -> page.weight())
                .expireAfterWrite(LONGEST_KEPT)
                .build();
        renders = metrics.counter(named("hilft_shared_pages_rendered", "shared pages rendered"));
        metrics.gauge(named("hilft_shared_pages", "shared pages kept"), pages::estimatedSize);
    }

    private static Metadata named(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Place> place = isAnonymous(request) ? Place.of(request) : Optional.empty();
        if (place.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Key key = new Key(
                place.get().path(), place.get().query(), Language.of(request).getLanguage(), Theme.of(request));
        Rendition page = pages.getIfPresent(key);
        if (page != null && page.state().isGood(changes, System.nanoTime())) {
            send(page, place.get(), request, response);
        } else {
            make(key, page, place.get(), request, response, chain);
        }
    }

    private static boolean isAnonymous(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && request.getRequestedSessionId() == null
                && request.getUserPrincipal() == null
                && request.getHeader("Authorization") == null;
    }

    private void send(Rendition page, Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (place.isThreadRead()) {
            viewCounts.count(place.questionId());
        }
        page.send(request, response);
    }

    private void make(
            Key key,
            @Nullable Rendition before,
            Place place,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        Rendition old = before != null && before.state().isTrue(changes, System.nanoTime()) ? before : null;
        CompletableFuture<Optional<Rendition>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Rendition>> other = rendering.putIfAbsent(key, mine);
        if (other == null) {
            Optional<Rendition> made = Optional.empty();
            try {
                made = render(key, old, place, request, response, chain);
            } finally {
                rendering.remove(key, mine);
                mine.complete(made);
            }
        } else if (old != null) {
            send(old, place, request, response);
        } else {
            await(other, place, request, response, chain);
        }
    }

    private void await(
            CompletableFuture<Optional<Rendition>> other,
            Place place,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        if (!waiting.tryAcquire()) {
            refuse(response);
            return;
        }
        Optional<Rendition> made;
        try {
            made = other.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException slow) {
            refuse(response);
            return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            refuse(response);
            return;
        } finally {
            waiting.release();
        }
        if (made.isPresent()) {
            send(made.get(), place, request, response);
        } else {
            chain.doFilter(new SharedRequest(request, place), response);
        }
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", Outage.RETRY_AFTER);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private Optional<Rendition> render(
            Key key,
            @Nullable Rendition old,
            Place place,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        State state = State.of(changes, place.changes());
        Rendering rendered = new Rendering(response);
        renders.inc();
        try {
            chain.doFilter(new SharedRequest(request, place), rendered);
        } catch (IOException | ServletException | RuntimeException failed) {
            if (old == null) {
                throw failed;
            }
            LOG.log(Level.WARNING, failed, () -> "a page is sent as it was before: " + place.path());
            return sendAgain(old, request, response);
        }
        if (rendered.isFailed() && old != null) {
            return sendAgain(old, request, response);
        }
        if (!rendered.isShareable()) {
            rendered.release();
            return Optional.empty();
        }
        Rendition made = Rendition.of(response.getContentType(), rendered.bytes(), packing, state);
        pages.put(key, made);
        made.send(request, response);
        return Optional.of(made);
    }

    private static Optional<Rendition> sendAgain(
            Rendition old, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.reset();
        old.send(request, response);
        return Optional.of(old);
    }
}
