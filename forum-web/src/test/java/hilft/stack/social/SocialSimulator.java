package hilft.stack.social;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/**
 * A stand-in for X: its API v2, its authorize page, and a timeline on which one can post as an outside person. It keeps
 * posts and permissions in one file, so that the next start still knows what the forum links to; accidents ordered by
 * {@code POST /dev/x/faults} and counts of attempts live in memory only.
 */
public final class SocialSimulator {
    private static final Account BRAND = new Account("1460000000000000001", "hilft_demo", "Hilft Kundenservice");

    private final Archive archive;
    private final Posts posts;
    private final Grants grants;
    private final Faults faults = new Faults();
    private final XApi api;
    private final OAuth oauth;
    private final TimelinePages pages;
    private final DevEndpoints dev;

    /** Where and for whom the simulator plays: its own address, the app it knows, its memory, the forum's style sheets. */
    public record Setting(
            String url,
            String clientId,
            String clientSecret,
            String redirectUri,
            Path file,
            Path sheets,
            Clock clock) {}

    public SocialSimulator(Setting setting) {
        archive = new Archive(setting.file());
        posts = new Posts(setting.clock(), BRAND);
        grants = new Grants(setting.clock());
        oauth = new OAuth(
                posts,
                grants,
                new OAuth.App("Hilft", setting.clientId(), setting.clientSecret(), setting.redirectUri()));
        api = new XApi(posts, grants, faults, setting.clock(), oauth, this::remember);
        pages = new TimelinePages(posts, faults, this::remember);
        dev = new DevEndpoints(
                posts, grants, faults, this::remember, pages, setting.url(), Html.styles(setting.sheets()));
    }

    /** Takes up what an earlier start left in the file; once, before the first request. */
    public void recall() {
        archive.read().ifPresent(memory -> {
            posts.restore(memory.accounts(), memory.posts());
            grants.restore(memory.tokens());
        });
    }

    /** Whether nobody has posted anything yet. */
    public boolean isEmpty() {
        return posts.all().isEmpty();
    }

    /** Adds what an outside person of this name wrote some time ago; told oldest first, before anything else. */
    public void remember(String name, String text, Instant at) {
        posts.remember(name, text, at);
        remember();
    }

    /** Whether somebody has a permission that can still be used or renewed. */
    public boolean isConnected() {
        return grants.tokens().stream().anyMatch(token -> token.refreshes() && !token.ended());
    }

    /** Answers one request of anybody. */
    public void answer(HttpExchange raw) throws IOException {
        var exchange = new Exchange(raw);
        try {
            if (exchange.path().startsWith("/2/")) {
                api.answer(exchange);
            } else {
                route(exchange);
            }
        } catch (XProblem malformed) {
            exchange.answer(malformed.status(), malformed.body());
        }
    }

    private void route(Exchange exchange) throws IOException {
        var path = exchange.path();
        if (path.startsWith("/dev/x/")) {
            dev.answer(exchange);
        } else if (path.equals("/i/oauth2/authorize")) {
            oauth.authorize(exchange);
        } else if (path.equals("/")) {
            pages.timeline(exchange);
        } else if (path.matches("/[A-Za-z0-9_]{1,15}/status/[0-9]{1,19}")) {
            pages.status(exchange);
        } else {
            pages.missing(exchange);
        }
    }

    private synchronized void remember() {
        archive.write(new Archive.Memory(posts.accounts(), posts.all(), grants.tokens()));
    }
}
