package hilft.web.live;

import hilft.forum.notification.NotificationQueries;
import hilft.forum.question.NewAnswer;
import hilft.forum.question.QuestionQueries;
import hilft.forum.question.UndoTime;
import hilft.web.cache.Changes;
import hilft.web.security.KnownSessions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** All streams of this node, and what is told on them. */
@ApplicationScoped
public class Streams {
    /** Browsers of one member; who opens more loses the oldest. */
    private static final int MOST_OF_A_MEMBER = 8;

    private static final int ANSWERS = 10;
    private static final int THREADS_A_SECOND = 100;
    private static final int MEMBERS_A_STATEMENT = 500;
    private static final long LONGEST_NANOS = Duration.ofMinutes(10).toNanos();
    private static final int PULSE_SECONDS = 20;
    private static final int NEWS_SECONDS = 5;
    private static final int UNREAD_SECONDS = 30;

    private final Set<LiveStream> all = ConcurrentHashMap.newKeySet();
    private final ChangedThreads changed = new ChangedThreads();
    private final Set<LiveStream> untold = ConcurrentHashMap.newKeySet();
    private volatile boolean somethingHappened;
    private long seconds;
    private long busyUntil;

    @Inject
    Changes changes;

    @Inject
    QuestionQueries questions;

    @Inject
    NotificationQueries notifications;

    @Inject
    UndoTime undo;

    @Inject
    Clock clock;

    @Inject
    KnownSessions knownSessions;

    @Inject
    @ConfigProperty(name = "hilft.live.streams", defaultValue = "2000")
    int most;

    @PostConstruct
    void listen() {
        changes.listen(this::hear);
    }

    private void hear(long subject) {
        if (all.isEmpty()) {
            return;
        }
        somethingHappened = true;
        if (subject == Changes.EVERYTHING) {
            changed.addAll(watched());
        } else if (all.stream().anyMatch(stream -> stream.reader().threads().contains(subject))) {
            changed.add(subject);
        }
    }

    private Set<Long> watched() {
        return all.stream()
                .flatMap(stream -> stream.reader().threads().stream())
                .collect(Collectors.toSet());
    }

    boolean isFull() {
        return all.size() >= most;
    }

    void add(LiveStream stream) {
        long member = stream.reader().memberId();
        List<LiveStream> ofMember = all.stream()
                .filter(one -> one.reader().memberId() == member)
                .sorted((one, other) -> Long.compare(other.ageNanos(), one.ageNanos()))
                .toList();
        ofMember.stream()
                .limit(Math.max(0, ofMember.size() - MOST_OF_A_MEMBER + 1L))
                .forEach(LiveStream::end);
        all.add(stream);
        untold.add(stream);
        stream.begin();
    }

    void remove(LiveStream stream) {
        all.remove(stream);
        untold.remove(stream);
    }

    void endSession(String session) {
        all.stream().filter(stream -> stream.reader().session().equals(session)).forEach(LiveStream::end);
    }

    void endAll() {
        all.forEach(LiveStream::end);
    }

    int size() {
        return all.size();
    }

    /** Called once a second, by one thread. */
    void tick() {
        seconds++;
        if (all.isEmpty()) {
            changed.clear();
            return;
        }
        if (seconds % PULSE_SECONDS == 0) {
            all.forEach(this::look);
        }
        List<LiveStream> fresh = List.copyOf(untold);
        tellAnswers(fresh);
        if (somethingHappened) {
            somethingHappened = false;
            // what an author may still take back becomes news only then
            busyUntil = seconds + undo.time().toSeconds() + NEWS_SECONDS;
        }
        boolean due = seconds % (seconds <= busyUntil ? NEWS_SECONDS : UNREAD_SECONDS) == 0;
        tellUnread(due ? List.copyOf(all) : fresh);
        fresh.forEach(untold::remove);
    }

    private void look(LiveStream stream) {
        if (stream.ageNanos() > LONGEST_NANOS
                || knownSessions.hasEnded(stream.reader().login())) {
            stream.end();
        } else {
            stream.pulse();
        }
    }

    /** Whoever has just come may have missed something, whichever thread they read. */
    private void tellAnswers(List<LiveStream> fresh) {
        for (LiveStream stream : fresh) {
            changed.addAll(stream.reader().threads());
        }
        Duration wait = undo.time();
        for (Long thread : changed.take(seconds, wait.toSeconds(), THREADS_A_SECOND)) {
            List<NewAnswer> answers = questions.latest(thread, clock.instant().minus(wait), ANSWERS);
            if (!answers.isEmpty()) {
                String json = json(thread, answers);
                all.stream()
                        .filter(stream -> stream.reader().threads().contains(thread))
                        .forEach(stream -> stream.send("answers", json));
            }
        }
    }

    private static String json(long question, List<NewAnswer> answers) {
        return "{\"question\":" + question + ",\"answers\":"
                + answers.stream()
                        .map(answer -> "{\"id\":" + answer.id() + ",\"at\":" + answer.micros() + "}")
                        .collect(Collectors.joining(",", "[", "]"))
                + "}";
    }

    private void tellUnread(List<LiveStream> streams) {
        List<Long> members = new ArrayList<>(streams.stream()
                .map(stream -> stream.reader().memberId())
                .distinct()
                .toList());
        for (int from = 0; from < members.size(); from += MEMBERS_A_STATEMENT) {
            List<Long> some = members.subList(from, Math.min(members.size(), from + MEMBERS_A_STATEMENT));
            Map<Long, Long> counts = notifications.unread(some);
            Set<Long> asked = Set.copyOf(some);
            streams.stream()
                    .filter(stream -> asked.contains(stream.reader().memberId()))
                    .forEach(stream -> stream.tellUnread(
                            counts.getOrDefault(stream.reader().memberId(), 0L)));
        }
    }
}
