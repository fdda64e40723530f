package hilft.forum.channel;

import hilft.forum.delivery.Outbox;
import hilft.forum.text.Input;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

import static hilft.forum.channel.LinkOutFailure.ANSWER_HIDDEN;
import static hilft.forum.channel.LinkOutFailure.BUDGET_REACHED;
import static hilft.forum.channel.LinkOutFailure.NOT_CONNECTED;
import static hilft.forum.channel.LinkOutFailure.PERMISSION_LOST;
import static hilft.forum.channel.LinkOutFailure.REFUSED;
import static hilft.forum.channel.LinkOutFailure.UNCERTAIN;
import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

/**
 * The steps of a delivery, each a transaction of its own between two requests. Leases and pauses go by the database's
 * clock, which all nodes share; what people read goes by the forum's. Its methods are public because a transaction is
 * begun around public ones alone.
 */
@ApplicationScoped
@Transactional
public class LinkOutProgress {

    private static final Logger LOG = Logger.getLogger(LinkOutProgress.class.getName());

    /** A job and its link-out become due by two clocks; less than this is no reason to come again. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private static final int NOTE_MAX = 200;
    private static final int POSTPONEMENTS_TOLD = 3;
    private static final String CHANNEL = "select l.channel from LinkOut l where l.id = :id";

    /** As a number: what a bare timestamp is to Java depends on the driver. */
    private static final String NOW = "select timestampdiff(microsecond, '1970-01-01', utc_timestamp(6))";

    private static final String TAKEN =
            "select count(l) from LinkOut l where l.channel = :channel and l.postId = :post and l.id <> :id";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Channels channels;

    @Inject
    ThreadLinks links;

    @Inject
    Budgets budgets;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Claims a link-out for one attempt; empty when there is nothing to do now, or nothing any more. */
    public Optional<Dispatch> begin(long id) {
        Optional<Channel> found = entityManager
                .createQuery(CHANNEL, ChannelName.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .flatMap(channels::find);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Channel channel = found.get();
        Budget budget = budgets.lock(channel, id);
        LinkOut linkOut = lock(id);
        if (linkOut.state() != LinkOutState.QUEUED && linkOut.state() != LinkOutState.SENDING) {
            return Optional.empty();
        }
        Instant now = databaseTime();
        Duration wait = linkOut.wait(now);
        if (wait.compareTo(TOLERANCE) > 0) {
            outbox.add(LinkOuts.DELIVERY, id, wait);
            return Optional.empty();
        }
        if (linkOut.state() == LinkOutState.SENDING) {
            linkOut.abandon();
        }
        return claim(linkOut, channel, budget, now);
    }

    private Optional<Dispatch> claim(LinkOut linkOut, Channel channel, Budget budget, Instant now) {
        Readiness readiness = channel.readiness();
        if (readiness != Readiness.READY) {
            fail(linkOut, readiness == Readiness.LOST ? PERMISSION_LOST : NOT_CONNECTED, null);
            return Optional.empty();
        }
        String account = channel.account().orElse("");
        if (linkOut.isUnsure()) {
            if (!account.equals(linkOut.account())) {
                fail(linkOut, UNCERTAIN, "sent by another account");
                return Optional.empty();
            }
            linkOut.lookUp(now);
            return Optional.of(Dispatch.of(linkOut, channel));
        }
        Optional<LinkedAnswer> answer = answer(linkOut.answerId());
        if (answer.isEmpty() || answer.get().isHidden()) {
            fail(linkOut, ANSWER_HIDDEN, null);
        } else if (channel.length(linkOut.text()) > channel.max()
                || !links.isIn(linkOut.text(), linkOut.answerId(), linkOut.questionId())) {
            fail(linkOut, REFUSED, "the text no longer fits the rules it was composed by");
        } else if (!budget.allows(linkOut.cost())) {
            fail(linkOut, BUDGET_REACHED, null);
        } else {
            linkOut.send(account, budget.month(), now);
            note(linkOut, LinkOutAction.SENDING, null, null);
            return Optional.of(Dispatch.of(linkOut, channel));
        }
        return Optional.empty();
    }

    private Optional<LinkedAnswer> answer(long id) {
        return entityManager
                .createQuery(LinkedAnswer.SELECT, LinkedAnswer.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** It is out. Said by whoever knows it, even after their claim has ended. */
    public void sent(Dispatch dispatch, String postId) {
        LinkOut linkOut = lock(dispatch.id());
        if (linkOut.state() == LinkOutState.SENT) {
            if (postId.equals(linkOut.postId())) {
                return;
            }
            LOG.severe(() -> "link-out " + dispatch.id() + " is out twice, once as " + postId);
            return;
        }
        linkOut.sent(postId, clock.instant());
        note(linkOut, LinkOutAction.SENT, null, postId);
        LOG.info(() ->
                "link-out " + linkOut.id() + " is out on " + linkOut.channel().label() + " as " + postId);
    }

    /** Of the posts that look like this link-out, takes the first that is no other's; whether there was one. */
    public boolean recognise(Dispatch dispatch, List<String> postIds) {
        Optional<String> own =
                postIds.stream().filter(postId -> !isTaken(dispatch, postId)).findFirst();
        own.ifPresent(postId -> {
            note(lock(dispatch.id()), LinkOutAction.LOOKED_UP, null, postId);
            sent(dispatch, postId);
        });
        return own.isPresent();
    }

    private boolean isTaken(Dispatch dispatch, String postId) {
        return entityManager
                        .createQuery(TAKEN, Long.class)
                        .setParameter("channel", dispatch.channel().name())
                        .setParameter("post", postId)
                        .setParameter("id", dispatch.id())
                        .getSingleResult()
                > 0;
    }

    public void failed(Dispatch dispatch, LinkOutFailure failure, @Nullable String note) {
        claimed(dispatch).ifPresent(linkOut -> fail(linkOut, failure, note));
    }

    /** It is surely not out; or, while it is unsure, could not be looked up. */
    public void later(Dispatch dispatch, LinkOutFailure failure, @Nullable Duration pause, @Nullable String note) {
        claimed(dispatch).ifPresent(linkOut -> {
            Instant now = databaseTime();
            if (LinkOutRules.mayGoOn(failure, linkOut.tryingSince(), now)) {
                Duration wait = Objects.requireNonNullElse(pause, LinkOutRules.pause(linkOut.postponements() + 1));
                postpone(linkOut, failure, note, now, wait);
            } else {
                fail(linkOut, linkOut.isUnsure() ? UNCERTAIN : failure, note);
            }
        });
    }

    /** Nobody knows whether it is out; it is looked up in a moment. */
    public void unsure(Dispatch dispatch, @Nullable String note) {
        claimed(dispatch).ifPresent(linkOut -> {
            linkOut.loseSight();
            Instant now = databaseTime();
            if (LinkOutRules.mayGoOn(UNCERTAIN, linkOut.tryingSince(), now)) {
                postpone(linkOut, UNCERTAIN, note, now, LinkOutRules.pause(linkOut.postponements() + 1));
            } else {
                fail(linkOut, UNCERTAIN, note);
            }
        });
    }

    /** It was looked up and is not among the account's posts. */
    public void missed(Dispatch dispatch) {
        claimed(dispatch).ifPresent(linkOut -> {
            Instant now = databaseTime();
            linkOut.miss(now);
            if (linkOut.postponements() <= POSTPONEMENTS_TOLD) {
                note(linkOut, LinkOutAction.LOOKED_UP, null, null);
            }
            outbox.add(LinkOuts.DELIVERY, linkOut.id(), linkOut.wait(now));
        });
    }

    private void postpone(LinkOut linkOut, LinkOutFailure failure, @Nullable String note, Instant now, Duration wait) {
        boolean news = failure != linkOut.failure() || linkOut.postponements() < POSTPONEMENTS_TOLD;
        linkOut.postpone(failure, cut(note), now.plus(wait));
        if (news) {
            note(linkOut, LinkOutAction.POSTPONED, failure, note);
        }
        outbox.add(LinkOuts.DELIVERY, linkOut.id(), wait);
    }

    private void fail(LinkOut linkOut, LinkOutFailure failure, @Nullable String note) {
        linkOut.fail(failure, cut(note));
        LOG.warning(() -> "link-out " + linkOut.id() + " failed: " + failure);
        note(linkOut, LinkOutAction.FAILED, failure, note);
    }

    private void note(LinkOut linkOut, LinkOutAction action, @Nullable LinkOutFailure failure, @Nullable String note) {
        entityManager.persist(LinkOutEntry.of(linkOut.id(), action, failure, cut(note), clock.instant()));
    }

    private static @Nullable String cut(@Nullable String note) {
        String line = Input.line(note);
        return line.isEmpty()
                ? null
                : line.codePointCount(0, line.length()) <= NOTE_MAX
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, NOTE_MAX - 1)) + "…";
    }

    /** The link-out while it belongs to this attempt; whoever comes late changes nothing. */
    private Optional<LinkOut> claimed(Dispatch dispatch) {
        return Optional.of(lock(dispatch.id())).filter(linkOut -> linkOut.isClaimed(dispatch.claim()));
    }

    private LinkOut lock(long id) {
        return Objects.requireNonNull(entityManager.find(LinkOut.class, id, PESSIMISTIC_WRITE));
    }

    private Instant databaseTime() {
        Number micros = (Number) entityManager.createNativeQuery(NOW).getSingleResult();
        return Instant.EPOCH.plus(micros.longValue(), ChronoUnit.MICROS);
    }
}
