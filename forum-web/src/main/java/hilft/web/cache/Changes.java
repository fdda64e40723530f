package hilft.web.cache;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongConsumer;

/**
 * How often each thing that pages show has changed. A page keeps the numbers it was rendered from and is good as long as
 * they stand. Threads share a fixed number of places: two of them at one place only means that a page is rendered once
 * more than needed.
 */
@ApplicationScoped
public class Changes {
    /** The subject of a change that any page may show; all other subjects are questions. */
    public static final long EVERYTHING = 0;

    static final int LISTS = 0;
    static final int SITE = 1;
    private static final int FIRST_THREAD = 2;
    private static final int THREADS = 16_384;

    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLongArray numbers = new AtomicLongArray(FIRST_THREAD + THREADS);

    static int thread(long questionId) {
        return FIRST_THREAD + (int) Math.floorMod(questionId, (long) THREADS);
    }

    long at(int place) {
        return numbers.get(place);
    }

    /** Whoever listens hears of each change on any node, a question's id or {@link #EVERYTHING}, and must be quick. */
    public void listen(LongConsumer listener) {
        listeners.add(listener);
    }

    void count(long subject) {
        if (subject == EVERYTHING) {
            numbers.incrementAndGet(SITE);
        } else {
            numbers.incrementAndGet(thread(subject));
            numbers.incrementAndGet(LISTS);
        }
        listeners.forEach(listener -> listener.accept(subject));
    }
}
