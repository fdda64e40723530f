package hilft.web.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One browser that listens. Nothing here waits for it: what it cannot take is kept for a while, and a browser that takes
 * nothing at all is let go.
 */
final class LiveStream implements WriteListener, AsyncListener {
    private static final int MOST_WAITING = 50;
    private static final String BEGIN = "retry: 4000\n\n";

    /** A comment, which browsers drop: it finds out who has gone, and keeps proxies from giving up. */
    private static final String PULSE = ":\n\n";

    private final Reader reader;
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Consumer<LiveStream> ended;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final long openedAt = System.nanoTime();
    private boolean over;
    private long unread = -1;

    /**
     * Whose stream it is.
     *
     * @param session the container's, which a logout here ends
     * @param login Keycloak's, which may be ended elsewhere; empty if it has no name
     * @param threads what of the forum they look at
     */
    record Reader(long memberId, String session, String login, Set<Long> threads) {}

    LiveStream(Reader reader, AsyncContext context, ServletOutputStream out, Consumer<LiveStream> ended) {
        this.reader = reader;
        this.context = context;
        this.out = out;
        this.ended = ended;
    }

    void begin() {
        context.addListener(this);
        out.setWriteListener(this);
        put(BEGIN);
    }

    Reader reader() {
        return reader;
    }

    long ageNanos() {
        return System.nanoTime() - openedAt;
    }

    void send(String event, String json) {
        put("event: " + event + "\ndata: " + json + "\n\n");
    }

    void pulse() {
        put(PULSE);
    }

    /** The number of unread news, if it is another one than the browser knows. */
    synchronized void tellUnread(long count) {
        if (count != unread) {
            unread = count;
            send("unread", "{\"count\":" + count + "}");
        }
    }

    private synchronized void put(String message) {
        if (over) {
            return;
        }
        if (waiting.size() >= MOST_WAITING) {
            end();
            return;
        }
        waiting.add(message.getBytes(StandardCharsets.UTF_8));
        onWritePossible();
    }

    @Override
    public synchronized void onWritePossible() {
        try {
            while (!over && !waiting.isEmpty() && out.isReady()) {
                out.write(waiting.remove());
            }
            if (!over && waiting.isEmpty() && out.isReady()) {
                out.flush();
            }
        } catch (IOException | RuntimeException gone) {
            end();
        }
    }

    synchronized void end() {
        if (over) {
            return;
        }
        over = true;
        waiting.clear();
        ended.accept(this);
        try {
            context.complete();
        } catch (RuntimeException completedAlready) {
            // the container was faster
        }
    }

    @Override
    public void onError(Throwable gone) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // it is started once
    }
}
