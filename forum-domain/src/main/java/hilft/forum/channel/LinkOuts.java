package hilft.forum.channel;

import hilft.forum.delivery.Outbox;
import hilft.forum.text.Input;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

import static hilft.forum.channel.LinkOutProblem.Reason.ALREADY_SENT;
import static hilft.forum.channel.LinkOutProblem.Reason.BUDGET_REACHED;
import static hilft.forum.channel.LinkOutProblem.Reason.NOT_CONNECTED;
import static hilft.forum.channel.LinkOutProblem.Reason.NOT_FAILED;
import static hilft.forum.channel.LinkOutProblem.Reason.UNKNOWN;
import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

/** What staff do with link-outs; callers let only staff in. */
@ApplicationScoped
@Transactional
public class LinkOuts {

    /** The kind of outbox job whose id is a link-out's. */
    static final String DELIVERY = "link-out";

    /** Locked, so that it sees what somebody else has just committed. */
    private static final String SAME = """
            select id from link_out where answer_id = ? and channel = ? and text = ? and coalesce(reply_to, '') = ?
              and (state in ('QUEUED', 'SENDING', 'SENT') or unsure_since is not null) limit 1 lock in share mode
            """;

    private static final String CHANNEL = "select l.channel from LinkOut l where l.id = :id";

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

    /**
     * Queues an official answer for a channel and reserves its cost; it is sent after the commit. The text must hold a
     * link to the answer or its question; {@code replyTo} is the id or the address of a post, empty or null without one.
     */
    public long send(long memberId, long answerId, ChannelName name, String typed, @Nullable String replyTo) {
        Channel channel = channels.get(name);
        LinkedAnswer answer = getAnswer(answerId).checked();
        boolean linked = links.isIn(Input.text(typed), answerId, answer.questionId());
        LinkOutText text = LinkOutText.of(channel, typed, linked, replyTo);
        check(text, channel);
        Budget budget = reserve(channel, text.cost());
        if (exists(answerId, name, text)) {
            throw new LinkOutProblem(ALREADY_SENT);
        }
        Instant now = clock.instant();
        LinkOut linkOut = LinkOut.compose(
                memberId,
                answerId,
                answer.questionId(),
                name,
                text.text(),
                text.replyTo(),
                text.cost(),
                budget.month(),
                now);
        entityManager.persist(linkOut);
        note(memberId, linkOut, LinkOutAction.COMPOSED, now);
        outbox.add(DELIVERY, linkOut.id());
        return linkOut.id();
    }

    private LinkedAnswer getAnswer(long answerId) {
        return entityManager
                .createQuery(LinkedAnswer.SELECT, LinkedAnswer.class)
                .setParameter("id", answerId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new LinkOutProblem(UNKNOWN));
    }

    private static void check(LinkOutText text, Channel channel) {
        if (!text.problems().isEmpty()) {
            throw new LinkOutProblem(
                    text.problems().get(0),
                    text.problems().stream()
                            .map(problem -> problem.error(channel.max()))
                            .toList());
        }
    }

    private Budget reserve(Channel channel, BigDecimal cost) {
        if (channel.readiness() != Readiness.READY) {
            throw new LinkOutProblem(NOT_CONNECTED);
        }
        Budget budget = budgets.lock(channel);
        if (!budget.allows(cost)) {
            throw new LinkOutProblem(BUDGET_REACHED);
        }
        return budget;
    }

    private boolean exists(long answerId, ChannelName channel, LinkOutText text) {
        return !entityManager
                .createNativeQuery(SAME)
                .setParameter(1, answerId)
                .setParameter(2, channel.name())
                .setParameter(3, text.text())
                .setParameter(4, text.replyTo() == null ? "" : text.replyTo())
                .getResultList()
                .isEmpty();
    }

    /** Queues a failed one again and reserves its cost again. */
    public void retry(long memberId, long linkOutId) {
        Channel channel = channels.get(channelOf(linkOutId));
        Budget budget = budgets.lock(channel, linkOutId);
        LinkOut linkOut = lock(linkOutId);
        if (linkOut.state() != LinkOutState.FAILED) {
            throw new LinkOutProblem(linkOut.state() == LinkOutState.SENT ? ALREADY_SENT : NOT_FAILED);
        }
        if (channel.readiness() != Readiness.READY) {
            throw new LinkOutProblem(NOT_CONNECTED);
        }
        if (!budget.allows(linkOut.cost())) {
            throw new LinkOutProblem(BUDGET_REACHED);
        }
        linkOut.retry(budget.month());
        note(memberId, linkOut, LinkOutAction.RETRIED, clock.instant());
        outbox.add(DELIVERY, linkOutId);
    }

    /** Ends one that has failed or still waits; what may be out already is not taken back. */
    public void giveUp(long memberId, long linkOutId) {
        LinkOut linkOut = lock(linkOutId);
        switch (linkOut.state()) {
            case FAILED, QUEUED -> {
                linkOut.giveUp();
                note(memberId, linkOut, LinkOutAction.GIVEN_UP, clock.instant());
            }
            case SENT -> throw new LinkOutProblem(ALREADY_SENT);
            case SENDING, GIVEN_UP -> throw new LinkOutProblem(NOT_FAILED);
        }
    }

    private ChannelName channelOf(long id) {
        return entityManager
                .createQuery(CHANNEL, ChannelName.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new LinkOutProblem(UNKNOWN));
    }

    private LinkOut lock(long id) {
        return Optional.ofNullable(entityManager.find(LinkOut.class, id, PESSIMISTIC_WRITE))
                .orElseThrow(() -> new LinkOutProblem(UNKNOWN));
    }

    private void note(long memberId, LinkOut linkOut, LinkOutAction action, Instant now) {
        entityManager.flush();
        entityManager.persist(LinkOutEntry.by(memberId, linkOut.id(), action, now));
    }
}
