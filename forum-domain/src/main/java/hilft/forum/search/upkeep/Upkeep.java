package hilft.forum.search.upkeep;

import hilft.forum.search.analysis.Analysis;
import hilft.forum.search.index.SearchIndex;
import hilft.forum.search.index.Vectors;
import hilft.forum.search.synonym.SynonymsInUse;
import hilft.forum.search.upkeep.Follower.IndexFailure;
import hilft.forum.search.upkeep.KeptIndex.Rules;
import hilft.forum.search.upkeep.UpkeepState.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this node's index true: opens it, lets it follow the changes, finds out when it is lost, damaged or made by other
 * rules, and builds a new one beside it. All of this is done step by step by one thread at a time; steps are asked for
 * every second and after each commit. Time is the machine's, not the forum's movable clock: pauses are technical.
 */
@ApplicationScoped
public class Upkeep {
    private static final Logger LOG = Logger.getLogger(Upkeep.class.getName());

    /** A figure that cannot be read now. */
    private static final long UNKNOWN = -1;

    private static final Duration FLUSH = Duration.ofSeconds(1);
    private static final Duration LATE = Duration.ofSeconds(1);
    private static final Duration CARE = Duration.ofMinutes(1);

    /** Whoever still searches an index that was replaced has finished by then. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Before an index that failed is written again, or built again when it was the second one lately. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    /** Slow questions wait for each other, first come first served, instead of slowing down everything else. */
    private static final int ASKING_MIN = 8;

    /** Those who ask and those who wait are fewer than two thirds of all whom the server lets in at once: the others read. */
    private static final int MOST_SEARCHING = 40;

    private static final int WAITING_MIN = 8;

    private static final Duration WAIT = Duration.ofSeconds(2);

    /** A step that has not begun by then never will: the container has lost it, or a long one is before it. */
    private static final Duration LOST = Duration.ofSeconds(20);

    private static final Duration PROOF = Duration.ofMinutes(1);
    private static final Duration LATELY = Duration.ofMinutes(10);

    @Inject
    ThreadChanges changes;

    @Inject
    ThreadReader threads;

    @Inject
    KeptIndexes kept;

    @Inject
    Instance<Vectors> models;

    @Inject
    SynonymsInUse synonyms;

    @Inject
    IndexPlaces places;

    private final Object working = new Object();

    /** When a step was asked for that has not begun; null when none is. */
    private final AtomicReference<@Nullable Long> askedNanos = new AtomicReference<>();

    private volatile Analysis analysis = Analysis.standard();
    private final Deque<Retired> retired = new ArrayDeque<>();

    private final Semaphore asking = new Semaphore(mostAsking(), true);

    private @Nullable IndexPlace place;
    private volatile @Nullable Executor executor;
    private volatile @Nullable Follower live;
    private volatile @Nullable Follower building;
    private volatile @Nullable String problem;
    private volatile @Nullable Long writtenNanos;
    private Vectors model = Vectors.NONE;

    /** Those of the model, if the place holds vectors. */
    private volatile Vectors vectors = Vectors.NONE;

    /** The place did not answer when it was asked last, so that nobody need wait for it. */
    private volatile boolean away;

    /** Whether this node is the one that fills the indexes. */
    private boolean keeping;

    private @Nullable Long flushedNanos;
    private @Nullable Long readLateNanos;
    private @Nullable Long caredNanos;
    private @Nullable Long failedNanos;
    private @Nullable Long damagedNanos;
    private @Nullable Long provenNanos;
    /** All of the present index is to be read once to see whether it can be. */
    private volatile boolean doubtful;

    /** Replaced by another; {@code ours} if it is for this node to remove. */
    private record Retired(Follower follower, boolean ours, long sinceNanos) {}

    /** Begins to keep the index, if it is not kept; each step runs through the executor, in the application's context. */
    public void start(Executor inApplication) {
        synchronized (working) {
            if (executor != null) {
                return;
            }
            place = places.configured();
            model = models.isResolvable() ? models.get() : Vectors.NONE;
            analysis = Analysis.with(synonyms);
            executor = inApplication;
        }
        wake();
    }

    /** Asks for a step soon; cheap, and does nothing while one is asked for already. */
    public void wake() {
        Executor steps = executor;
        Long asked = askedNanos.get();
        if (steps != null && isOver(asked, LOST) && askedNanos.compareAndSet(asked, (Long) System.nanoTime())) {
            try {
                steps.execute(this::work);
            } catch (RejectedExecutionException stopping) {
                askedNanos.set(null);
            }
        }
    }

    /** Lets every node build a new index in the place of its present one, which answers until then. */
    public void rebuild() {
        kept.renew();
        wake();
    }

    /**
     * Asks the present index, else what there is of the one that is being built. Empty when there is none, when it does
     * not answer, which is looked into, or when so many others are waiting (8 to 32) or two seconds of waiting are not
     * enough. As long as it is known not to answer, nobody waits.
     */
    public <T> Optional<T> ask(Function<SearchIndex, T> question) {
        return asking.getQueueLength() < mostWaiting() ? ask(question, WAIT) : Optional.empty();
    }

    int mostAsking() {
        return Math.max(ASKING_MIN, 2 * Runtime.getRuntime().availableProcessors());
    }

    private int mostWaiting() {
        return Math.max(WAITING_MIN, MOST_SEARCHING - mostAsking());
    }

    /** As {@link #ask}, but empty at once when all places are taken. */
    public <T> Optional<T> askIfFree(Function<SearchIndex, T> question) {
        return ask(question, Duration.ZERO);
    }

    private <T> Optional<T> ask(Function<SearchIndex, T> question, Duration wait) {
        if (away) {
            return Optional.empty();
        }
        try {
            if (!asking.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return askNow(question);
        } finally {
            asking.release();
        }
    }

    private <T> Optional<T> askNow(Function<SearchIndex, T> question) {
        Follower asked = answering();
        if (asked == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.apply(asked.index()));
        } catch (RuntimeException failed) {
            Follower next = answering();
            if (next != asked) {
                // it was replaced while it was asked
                return next == null ? Optional.empty() : Optional.of(question.apply(next.index()));
            }
            LOG.log(Level.WARNING, failed, () -> "the search index does not answer");
            doubtful = true;
            return Optional.empty();
        }
    }

    /** How texts are cut into terms. */
    public Analysis analysis() {
        return analysis;
    }

    /** How much of the index that answers there is, 0 to 100; less than 100 only while a first one is built. */
    public int built() {
        Follower next = building;
        if (live != null) {
            return UpkeepState.COMPLETE;
        }
        return next == null ? 0 : UpkeepState.percent(next.done(), next.kept().total());
    }

    private @Nullable Follower answering() {
        Follower present = live;
        return present == null ? building : present;
    }

    /** Closes the index; what it has not flushed it reads again after the next start. */
    public void stop() {
        executor = null;
        synchronized (working) {
            flushQuietly(live);
            flushQuietly(building);
            closeQuietly(live);
            closeQuietly(building);
            retired.forEach(one -> closeQuietly(one.follower()));
            retired.clear();
            live = null;
            building = null;
            keeping = false;
            if (place != null) {
                place.leave();
            }
        }
    }

    private void work() {
        boolean more = false;
        synchronized (working) {
            askedNanos.set(null);
            IndexPlace here = place;
            if (executor == null || here == null) {
                return;
            }
            try {
                more = step(here);
                problem = null;
            } catch (PlaceProblem unavailable) {
                tell(unavailable.sentence(), unavailable);
            } catch (RuntimeException | LinkageError unreachable) {
                // the database or the index may be away: what is not done now is done later
                tell(unreachable.toString(), unreachable);
            }
        }
        if (more) {
            wake();
        }
    }

    private void tell(String sentence, Throwable cause) {
        Level level = sentence.equals(problem) ? Level.FINE : Level.WARNING;
        problem = sentence;
        LOG.log(level, cause, () -> "the search index waits: " + sentence);
    }

    /** One round of everything; true when there is more to do at once. */
    private boolean step(IndexPlace here) {
        boolean keeps = take(here);
        List<KeptIndex> rows = kept.in(here.kind());
        if (keeps != keeping) {
            changeRole(keeps, rows);
        }
        if (!keeps) {
            keepUpWith(rows, here);
            return false;
        }
        forgetWhatWasWritten();
        live = stillThere(live, rows, here);
        building = stillThere(building, rows, here);
        Rules now = new Rules(SearchIndex.MAPPING, analysis.fingerprint(), vectors.model(), vectors.dimension());
        if (live == null) {
            live = open(rows, now, here);
        }
        prove(here);
        plan(rows, now, here);
        if (!isOver(failedNanos, AFTER_FAILURE)) {
            return false;
        }
        failedNanos = null;
        boolean late = isOver(readLateNanos, LATE);
        boolean more = follow(live, late, here) | follow(building, late, here);
        if (late) {
            readLateNanos = System.nanoTime();
        }
        more |= fill(here);
        if (isOver(flushedNanos, FLUSH)) {
            flush(live, here);
            flush(building, here);
            flushedNanos = System.nanoTime();
        }
        if (isOver(caredNanos, CARE)) {
            care(here);
            caredNanos = System.nanoTime();
        }
        removeRetired(here);
        return more;
    }

    private boolean take(IndexPlace here) {
        try {
            boolean keeps = here.take();
            vectors = here.holdsVectors() ? model : Vectors.NONE;
            away = false;
            return keeps;
        } catch (PlaceProblem noAnswer) {
            away = true;
            throw noAnswer;
        }
    }

    /**
     * From now on this node fills the indexes that it only asked, or the other way round. If it lost them while it was
     * writing, what it wrote may have come after what the other node wrote, and is written again by that one.
     */
    private void changeRole(boolean keeps, List<KeptIndex> rows) {
        if (keeps) {
            live = asKnownBy(rows, live);
            building = asKnownBy(rows, building);
        } else {
            writtenLately(live).forEach(changes::note);
            writtenLately(building).forEach(changes::note);
        }
        keeping = keeps;
    }

    private void forgetWhatWasWritten() {
        writtenLately(live);
        writtenLately(building);
    }

    private static Set<Long> writtenLately(@Nullable Follower follower) {
        return follower == null ? Set.of() : follower.takeWrittenLately();
    }

    /** The same index, as far as the database knows it to be; as it was if the database does not know it. */
    private @Nullable Follower asKnownBy(List<KeptIndex> rows, @Nullable Follower follower) {
        return rows.stream()
                .filter(row -> isOpen(row.name(), follower))
                .findFirst()
                .map(row -> follower == null ? null : new Follower(row, follower.index(), changes, threads))
                .orElse(follower);
    }

    /** Opens what another node fills, the newest that is built, else what there is of one; and follows its changes. */
    private void keepUpWith(List<KeptIndex> rows, IndexPlace here) {
        Rules now = new Rules(SearchIndex.MAPPING, analysis.fingerprint(), vectors.model(), vectors.dimension());
        Follower before = answering();
        KeptIndex best = rows.stream()
                .filter(row -> row.rules().canBeAskedBy(now) && here.has(row.name()))
                .findFirst()
                .orElse(null);
        if (doubtful && before != null) {
            doubtful = false;
            if (!answers(before)) {
                letGo(before);
                before = null;
            }
        }
        Follower next = null;
        if (best != null && isOpen(best.name(), before)) {
            next = asKnownBy(rows, before);
        } else if (best != null) {
            next = follower(best, here);
            next.index().count();
        }
        boolean built = next != null && next.kept().built();
        live = built ? next : null;
        Follower other = building;
        building = built ? null : next;
        if (other != null && other != before && !isOpen(other.name(), next)) {
            retired.add(new Retired(other, false, System.nanoTime()));
        }
        if (before != null && !isOpen(before.name(), next)) {
            retired.add(new Retired(before, false, System.nanoTime()));
        }
        removeRetired(here);
    }

    private static boolean isOver(@Nullable Long sinceNanos, Duration pause) {
        return sinceNanos == null || System.nanoTime() - sinceNanos >= pause.toNanos();
    }

    /** An index whose files or whose row is gone is none any more. */
    private @Nullable Follower stillThere(@Nullable Follower follower, List<KeptIndex> rows, IndexPlace here) {
        if (follower == null) {
            return null;
        }
        boolean known = rows.stream().anyMatch(row -> row.name().equals(follower.name()));
        if (known && here.has(follower.name())) {
            return follower;
        }
        LOG.warning(() -> "the search index " + follower.name() + " is gone");
        discard(follower, here);
        return null;
    }

    private @Nullable Follower open(List<KeptIndex> rows, Rules now, IndexPlace here) {
        Set<String> names = here.names();
        for (KeptIndex row : rows) {
            if (row.built() && names.contains(row.name()) && row.rules().canBeAskedBy(now)) {
                Follower opened = open(row, here);
                if (opened != null) {
                    doubtful = true;
                    provenNanos = null;
                    return opened;
                }
            }
        }
        return null;
    }

    private @Nullable Follower open(KeptIndex row, IndexPlace here) {
        if (here.position(row.name()) > row.position()) {
            LOG.warning(() -> "the search index " + row.name() + " knows of changes that the database has lost");
            kept.remove(row.name());
            here.remove(row.name());
            return null;
        }
        try {
            Follower opened = follower(row, here);
            opened.index().count();
            return opened;
        } catch (RuntimeException damaged) {
            if (here.isSound(row.name())) {
                throw damaged;
            }
            LOG.log(Level.WARNING, damaged, () -> "the search index " + row.name() + " is damaged");
            kept.remove(row.name());
            here.remove(row.name());
            return null;
        }
    }

    private Follower follower(KeptIndex row, IndexPlace here) {
        boolean sameModel = row.rules().model().equals(vectors.model());
        SearchIndex index =
                here.open(row.name(), row.rules().dimension(), analysis, sameModel ? vectors : Vectors.NONE);
        return new Follower(row, index, changes, threads);
    }

    /** What was opened after a start answers at once; that all of it can be read is seen right afterwards. */
    private void prove(IndexPlace here) {
        Follower opened = live;
        if (doubtful && opened != null && isOver(provenNanos, PROOF)) {
            doubtful = false;
            provenNanos = System.nanoTime();
            if (!here.isSound(opened.name())) {
                LOG.warning(() -> "the search index " + opened.name() + " is damaged");
                live = null;
                provenNanos = null;
                discard(opened, here);
            } else if (here.isShared() && !answers(opened)) {
                letGo(opened);
            }
        }
    }

    /** Decides whether another index is to be built. */
    private void plan(List<KeptIndex> rows, Rules now, IndexPlace here) {
        Follower present = live;
        Follower next = building;
        if (next != null && !next.kept().rules().areAsGoodAs(now)) {
            building = null;
            discard(next, here);
            next = null;
        }
        boolean wanted = present == null
                || !present.kept().rules().areAsGoodAs(now)
                || rows.stream().anyMatch(row -> row.name().equals(present.name()) && row.renew());
        if (wanted && next == null && isOver(failedNanos, AFTER_FAILURE)) {
            building = resume(rows, now, here).orElseGet(() -> begin(now, here));
        }
    }

    private Optional<Follower> resume(List<KeptIndex> rows, Rules now, IndexPlace here) {
        Set<String> names = here.names();
        return rows.stream()
                .filter(row -> !row.built()
                        && names.contains(row.name())
                        && row.rules().areAsGoodAs(now))
                .findFirst()
                .map(row -> open(row, here));
    }

    private Follower begin(Rules now, IndexPlace here) {
        KeptIndex row = kept.add(here.kind(), now);
        here.make(row.name());
        LOG.info(() -> "a search index of " + row.total() + " threads is being built");
        return new Follower(row, here.open(row.name(), now.dimension(), analysis, vectors), changes, threads);
    }

    private boolean follow(@Nullable Follower follower, boolean late, IndexPlace here) {
        return follower != null && carefully(follower, here, () -> follower.follow(late));
    }

    private boolean fill(IndexPlace here) {
        Follower next = building;
        if (next == null) {
            return false;
        }
        boolean more = carefully(next, here, next::fill);
        if (!more) {
            flush(next, here);
            finish(next, here);
        }
        return more;
    }

    private void finish(Follower next, IndexPlace here) {
        kept.built(next.name(), next.done());
        Follower before = live;
        live = next;
        building = null;
        LOG.info(() -> "the search index of " + next.done() + " threads is built");
        if (before != null) {
            kept.remove(before.name());
            retired.add(new Retired(before, true, System.nanoTime()));
        }
    }

    private void flush(@Nullable Follower follower, IndexPlace here) {
        if (follower == null) {
            return;
        }
        if (follower.hasUnflushed()) {
            writtenNanos = System.nanoTime();
        }
        if (carefully(follower, here, follower::flush)) {
            remember(follower, here);
        }
    }

    private void remember(Follower follower, IndexPlace here) {
        kept.move(follower.name(), follower.settled());
        here.position(follower.name(), follower.settled());
        if (!follower.kept().built()) {
            kept.progress(follower.name(), follower.done(), follower.nextId());
        }
    }

    /**
     * An index that fails is left alone for a while and then writes again what it had not flushed; when it is damaged, it
     * is removed and another one is built.
     */
    private <T> T carefully(Follower follower, IndexPlace here, Supplier<T> work) {
        try {
            return work.get();
        } catch (IndexFailure failed) {
            if (isThere(follower, here)) {
                follower.rewind();
                failedNanos = System.nanoTime();
                if (here.isShared()) {
                    letGo(follower);
                }
            } else {
                LOG.log(Level.WARNING, failed, () -> "the search index " + follower.name() + " is damaged");
                if (live == follower) {
                    live = null;
                } else {
                    building = null;
                }
                failedNanos = isOver(damagedNanos, LATELY) ? null : (Long) System.nanoTime();
                damagedNanos = System.nanoTime();
                discard(follower, here);
            }
            throw failed;
        }
    }

    /** It is there but cannot be used, so that it is opened anew: the connection may be what is broken. */
    private void letGo(Follower follower) {
        if (live == follower) {
            live = null;
        }
        if (building == follower) {
            building = null;
        }
        closeQuietly(follower);
    }

    private static boolean answers(Follower follower) {
        try {
            follower.index().count();
            return true;
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, broken, () -> "the search index " + follower.name() + " is opened anew");
            return false;
        }
    }

    private static boolean isThere(Follower follower, IndexPlace here) {
        try {
            return here.has(follower.name()) && here.isSound(follower.name());
        } catch (PlaceProblem away) {
            follower.rewind();
            throw away;
        }
    }

    private void discard(Follower follower, IndexPlace here) {
        closeQuietly(follower);
        kept.remove(follower.name());
        here.remove(follower.name());
    }

    /** What is done now and then: signs of life, vectors that are missing, what nobody needs any more. */
    private void care(IndexPlace here) {
        Follower present = live;
        if (present != null) {
            kept.heard(present.name());
            carefully(present, here, present::writeMissingVectors);
        }
        removeLeftOver(here);
        kept.forget();
        changes.purge();
    }

    /**
     * Indexes that the database knows nothing of, and those of earlier rules once there is a new one; but in a shared
     * place not those that nodes of another release may be asking, which are forgotten first.
     */
    private void removeLeftOver(IndexPlace here) {
        Set<String> leftOver = here.names();
        boolean unsure = live == null || building != null;
        // read after the names: an index is known before it is made
        for (KeptIndex row : kept.in(here.kind())) {
            if (unsure || (here.isShared() && row.rules().mapping() != SearchIndex.MAPPING)) {
                leftOver.remove(row.name());
            }
        }
        retired.forEach(one -> leftOver.remove(one.follower().name()));
        leftOver.removeIf(name -> isOpen(name, live) || isOpen(name, building));
        leftOver.forEach(name -> {
            kept.remove(name);
            here.remove(name);
        });
    }

    private static boolean isOpen(String name, @Nullable Follower follower) {
        return follower != null && follower.name().equals(name);
    }

    private void removeRetired(IndexPlace here) {
        while (!retired.isEmpty() && isOver(retired.getFirst().sinceNanos(), GRACE)) {
            Retired old = retired.removeFirst();
            closeQuietly(old.follower());
            if (old.ours()) {
                here.remove(old.follower().name());
            }
        }
    }

    private static void flushQuietly(@Nullable Follower follower) {
        try {
            if (follower != null) {
                follower.index().flush();
            }
        } catch (RuntimeException notFlushed) {
            LOG.log(Level.FINE, "what was not flushed is read again", notFlushed);
        }
    }

    private static void closeQuietly(@Nullable Follower follower) {
        try {
            if (follower != null) {
                follower.index().close();
            }
        } catch (RuntimeException broken) {
            LOG.log(Level.FINE, "the index was broken", broken);
        }
    }

    /** How the search is doing now; asks index and database. */
    public UpkeepState state() {
        Follower present = live;
        Follower next = building;
        Follower answering = present == null ? next : present;
        IndexPlace here = place;
        Long written = writtenNanos;
        return new UpkeepState(
                status(present, next),
                here == null ? "" : here.kind(),
                away
                        ? UNKNOWN
                        : count(() -> answering == null ? 0 : answering.index().count()),
                count(() -> answering == null ? 0 : changes.countAfter(answering.newest())),
                next == null ? 0 : next.done(),
                next == null ? 0 : next.kept().total(),
                answering == null || vectors.model().isEmpty()
                        ? ""
                        : answering.kept().rules().model(),
                written == null ? null : Duration.ofNanos(System.nanoTime() - written),
                problem == null ? lack() : problem);
    }

    private @Nullable String lack() {
        boolean lacks = !model.model().isEmpty() && vectors.model().isEmpty() && executor != null && live != null;
        return lacks ? "OpenSearch lacks its k-NN plugin: questions are found by words alone" : null;
    }

    private static long count(LongSupplier figure) {
        try {
            return figure.getAsLong();
        } catch (RuntimeException unreadable) {
            return UNKNOWN;
        }
    }

    private Status status(@Nullable Follower present, @Nullable Follower next) {
        if (away) {
            return Status.UNAVAILABLE;
        }
        if (next != null) {
            return Status.BUILDING;
        }
        if (present != null) {
            return Status.READY;
        }
        return problem == null ? Status.STARTING : Status.UNAVAILABLE;
    }
}
