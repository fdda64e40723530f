package hilft.web.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hilft.forum.question.ViewCounts;
import hilft.web.faces.Language;
import hilft.web.faces.Packing;
import hilft.web.faces.Theme;
import hilft.web.heap.HeapShare;
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

    /** The request attribute of whoever asks for a page that is shared. */
    static final String SHARED = "hilft.shared";

    private static final Duration LONGEST_KEPT = Duration.ofHours(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int MOST_WAITING = 32;

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
    @ConfigProperty(name = "hilft.cache.megabytes")
    transient Optional<Integer> megabytes;

    @SuppressWarnings("NullAway.Init")
    private transient Cache<Key, Rendition> pages;

    @SuppressWarnings("NullAway.Init")
    private transient Counter renders;

    private final transient ConcurrentMap<Key, CompletableFuture<Outcome>> rendering = new ConcurrentHashMap<>();
    private final transient Semaphore waiting = new Semaphore(MOST_WAITING);
    private final transient Trouble trouble = new Trouble();

    @Override
    public void init() {
        pages = Caffeine.newBuilder()
                .maximumWeight(
                        megabytes.map(most -> Math.max(1, most) * 1_048_576L).orElseGet(HeapShare.SHARED_PAGES::bytes))
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
        boolean reads = "GET".equals(request.getMethod());
        Optional<Place> place = (reads || "HEAD".equals(request.getMethod())) && isAnonymous(request)
                ? Place.of(request)
                : Optional.empty();
        if (place.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Key key = new Key(
                place.get().path(), place.get().query(), Language.of(request).getLanguage(), Theme.of(request));
        Rendition page = pages.getIfPresent(key);
        if (page != null && page.state().isGood(changes, System.nanoTime())) {
            send(page, place.get(), request, response);
        } else if (!reads) {
            // what is rendered without a body is no page for others
            chain.doFilter(request, response);
        } else {
            make(key, page, place.get(), request, response, chain);
        }
    }

    static boolean isAnonymous(HttpServletRequest request) {
        return request.getRequestedSessionId() == null
                && request.getUserPrincipal() == null
                && request.getHeader("Authorization") == null;
    }

    private void send(Rendition page, Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (place.isThreadRead() && "GET".equals(request.getMethod())) {
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
        if (old != null && trouble.spares(System.nanoTime())) {
            send(old, place, request, response);
            return;
        }
        CompletableFuture<Outcome> mine = new CompletableFuture<>();
        CompletableFuture<Outcome> other = rendering.putIfAbsent(key, mine);
        if (other == null) {
            Outcome made = Outcome.PERSONAL;
            try {
                made = render(key, old, place, request, response, chain);
            } catch (IOException | ServletException | RuntimeException failed) {
                made = Outcome.failed(failed);
                throw failed;
            } finally {
                note(made);
                rendering.remove(key, mine);
                mine.complete(made);
            }
        } else if (old != null) {
            send(old, place, request, response);
        } else {
            await(other, place, request, response, chain);
        }
    }

    private void note(Outcome made) {
        if (made.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            trouble.begin(System.nanoTime());
        } else {
            trouble.end();
        }
    }

    private void await(
            CompletableFuture<Outcome> other,
            Place place,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        if (!waiting.tryAcquire()) {
            refuse(response);
            return;
        }
        Outcome made;
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
        if (made.page() != null) {
            send(made.page(), place, request, response);
        } else if (made.isPersonal()) {
            chain.doFilter(new SharedRequest(request, place), response);
        } else {
            made.answer(response);
        }
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        Outcome.failed(HttpServletResponse.SC_SERVICE_UNAVAILABLE).answer(response);
    }

    private Outcome render(
            Key key,
            @Nullable Rendition old,
            Place place,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        State state = State.of(changes, place.changes());
        request.setAttribute(SHARED, true);
        Rendering rendered = new Rendering(response);
        renders.inc();
        try {
            chain.doFilter(new SharedRequest(request, place), rendered);
        } catch (IOException | ServletException | RuntimeException failed) {
            if (old == null) {
                throw failed;
            }
            LOG.log(Level.WARNING, failed, () -> "a page is sent as it was before: " + place.path());
            sendAgain(old, place, request, response);
            return Outcome.failed(failed);
        }
        if (rendered.isShareable()) {
            Rendition made = Rendition.of(response.getContentType(), rendered.bytes(), packing, state);
            pages.put(key, made);
            made.send(request, response);
            return Outcome.made(made);
        }
        Outcome outcome = rendered.outcome();
        if (old != null && rendered.isFailed()) {
            sendAgain(old, place, request, response);
        } else {
            rendered.release();
        }
        return outcome;
    }

    private void sendAgain(Rendition old, Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.reset();
        send(old, place, request, response);
    }
}
