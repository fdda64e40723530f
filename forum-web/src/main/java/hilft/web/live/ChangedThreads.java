package hilft.web.live;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which threads are to be looked at: when they have changed, and once more when their authors can no longer take back what
 * they have just written.
 */
final class ChangedThreads {
    private final Set<Long> changed = ConcurrentHashMap.newKeySet();
    private final Map<Long, Long> again = new LinkedHashMap<>();

    void add(long thread) {
        changed.add(thread);
    }

    void addAll(Collection<Long> threads) {
        changed.addAll(threads);
    }

    /**
     * Gives those whose turn it is; for one caller at a time.
     *
     * @param second the time, counted from anywhere
     * @param wait how many seconds an author has to take something back
     * @param most at most so many, others come in the next second
     */
    Set<Long> take(long second, long wait, int most) {
        Set<Long> due = new LinkedHashSet<>();
        Iterator<Long> threads = changed.iterator();
        while (threads.hasNext() && due.size() < most) {
            Long thread = threads.next();
            // taken off before it is read: what happens meanwhile is read once more
            threads.remove();
            due.add(thread);
            // to the end: they come in the order of their time
            again.remove(thread);
            if (wait > 0) again.put(thread, second + wait + 1);
        }
        Iterator<Map.Entry<Long, Long>> waiting = again.entrySet().iterator();
        while (waiting.hasNext() && due.size() < most) {
            Map.Entry<Long, Long> next = waiting.next();
            if (next.getValue() > second) break;
            waiting.remove();
            due.add(next.getKey());
        }
        return due;
    }

    void clear() {
        changed.clear();
        again.clear();
    }
}
