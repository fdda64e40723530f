package hilft.forum.search.upkeep;

import hilft.forum.search.index.IndexedThread;
import hilft.forum.search.index.SearchIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An open index that follows the changes. Changes get their ids when they begin and appear when they are committed, so
 * that a later one may appear first: what is not settled is read again until it is. Used by one thread at a time.
 */
final class Follower {
    private static final int CHANGES = 2_000;

    /** Threads that are read and written at once: few enough that a thread just asked does not wait behind them long. */
    static final int THREADS = 200;

    private final KeptIndex kept;
    private final SearchIndex index;
    private final ThreadChanges changes;
    private final ThreadReader threads;

    private final Set<Long> written = new HashSet<>();
    private final Set<Long> threadsLately = new HashSet<>();
    private long settled;
    private volatile long newest;
    private volatile long done;
    private long nextId;
    private long rememberedPosition;
    private long rememberedDone;
    private long rememberedNextId;
    private boolean unflushed;

    Follower(KeptIndex kept, SearchIndex index, ThreadChanges changes, ThreadReader threads) {
        this.kept = kept;
        this.index = index;
        this.changes = changes;
        this.threads = threads;
        this.rememberedDone = kept.done();
        this.rememberedNextId = kept.nextId();
        this.rememberedPosition = kept.position();
        rewind();
    }

    KeptIndex kept() {
        return kept;
    }

    String name() {
        return kept.name();
    }

    SearchIndex index() {
        return index;
    }

    /** The last change that the index holds, once flushed. */
    long settled() {
        return settled;
    }

    long newest() {
        return newest;
    }

    long done() {
        return done;
    }

    long nextId() {
        return nextId;
    }

    boolean hasUnflushed() {
        return unflushed;
    }

    /**
     * Writes what has changed: only what is new, or with {@code late} also what appeared late. True when there is more to
     * write than is done at once.
     */
    boolean follow(boolean late) {
        int wrote = 0;
        long from = late ? settled : newest;
        List<ThreadChange> page;
        do {
            page = changes.after(from, CHANGES);
            wrote += write(page);
            from = page.isEmpty() ? from : page.get(page.size() - 1).id();
            if (late) {
                settle(page);
            }
        } while (page.size() == CHANGES && wrote < CHANGES);
        if (wrote > 0) {
            carefully(index::refresh);
        }
        return page.size() == CHANGES;
    }

    private int write(List<ThreadChange> page) {
        List<ThreadChange> fresh =
                page.stream().filter(change -> !written.contains(change.id())).toList();
        Set<Long> changed =
                fresh.stream().map(ThreadChange::questionId).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Long> ids = new ArrayList<>(changed);
        for (int from = 0; from < ids.size(); from += THREADS) {
            write(ids.subList(from, Math.min(ids.size(), from + THREADS)));
        }
        fresh.forEach(change -> {
            written.add(change.id());
            newest = Math.max(newest, change.id());
        });
        return fresh.size();
    }

    /** Brings these threads to what the database says now. */
    void write(Collection<Long> ids) {
        List<IndexedThread> visible = threads.read(ids);
        Set<Long> gone = new HashSet<>(ids);
        visible.forEach(thread -> gone.remove(thread.id()));
        unflushed = true;
        threadsLately.addAll(ids);
        carefully(() -> {
            index.fill(visible);
            index.remove(gone);
        });
    }

    /** The threads that were written since this was asked last. */
    Set<Long> takeWrittenLately() {
        Set<Long> lately = Set.copyOf(threadsLately);
        threadsLately.clear();
        return lately;
    }

    /** Threads whose vectors could not be made when they were written. */
    boolean writeMissingVectors() {
        List<Long> ids = index.withoutVector(THREADS);
        if (!ids.isEmpty()) {
            write(ids);
        }
        return ids.size() == THREADS;
    }

    private void settle(List<ThreadChange> page) {
        for (ThreadChange change : page) {
            if (!change.settled()) {
                return;
            }
            settled = change.id();
            written.remove(change.id());
        }
    }

    /** Writes the next of all threads; false when there are none left. */
    boolean fill() {
        List<Long> ids = threads.before(nextId, THREADS);
        if (ids.isEmpty()) {
            return false;
        }
        write(ids);
        done += ids.size();
        nextId = ids.get(ids.size() - 1);
        return true;
    }

    /** Makes what was written last, and says whether the database does not know yet how far that is. */
    boolean flush() {
        if (unflushed) {
            carefully(index::flush);
            unflushed = false;
        }
        boolean further = settled != rememberedPosition || nextId != rememberedNextId;
        rememberedPosition = settled;
        rememberedNextId = nextId;
        rememberedDone = done;
        return further;
    }

    /** Forgets what was not flushed, so that it is written again. */
    void rewind() {
        settled = rememberedPosition;
        newest = settled;
        nextId = rememberedNextId;
        done = rememberedDone;
        written.clear();
    }

    private static void carefully(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            throw new IndexFailure(failed);
        }
    }

    /** It was the index that failed, not the database. */
    static final class IndexFailure extends RuntimeException {
        IndexFailure(RuntimeException cause) {
            super(cause);
        }
    }
}
