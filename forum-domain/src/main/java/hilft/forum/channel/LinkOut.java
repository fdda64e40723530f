package hilft.forum.channel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

import static hilft.forum.channel.LinkOutState.FAILED;
import static hilft.forum.channel.LinkOutState.GIVEN_UP;
import static hilft.forum.channel.LinkOutState.QUEUED;
import static hilft.forum.channel.LinkOutState.SENDING;
import static hilft.forum.channel.LinkOutState.SENT;
import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

/**
 * An official answer's way to a channel. Queued when somebody composes it, with its cost reserved; claimed by one node
 * at a time, which is written down before the request leaves; then sent, failed, or queued again for later. When nobody
 * knows whether it is out, it is unsure, and looked up instead of sent until that is known. What has failed waits for
 * somebody to try again or to give up.
 */
@Entity
@Table(name = "link_out")
public class LinkOut {

    @Id
    @SequenceGenerator(name = "link_out_seq", sequenceName = "link_out_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "link_out_seq")
    private Long id;

    @Enumerated(STRING)
    @Column(updatable = false)
    private ChannelName channel;

    @Column(name = "answer_id", updatable = false)
    private long answerId;

    @Column(name = "question_id", updatable = false)
    private long questionId;

    @Column(name = "member_id", updatable = false)
    private long memberId;

    @Column(updatable = false)
    private String text;

    @Column(name = "reply_to", updatable = false)
    private @Nullable String replyTo;

    @Column(updatable = false)
    private BigDecimal cost;

    @Column(name = "budget_month")
    private String budgetMonth;

    @Enumerated(STRING)
    private LinkOutState state;

    @Enumerated(STRING)
    private @Nullable LinkOutFailure failure;

    @Column(name = "failure_note")
    private @Nullable String failureNote;

    @Column(name = "composed_at", updatable = false)
    private Instant composedAt;

    /** The account of the last attempt. */
    private @Nullable String account;

    /** Tells one claim from another, so that who comes late changes nothing. */
    private int claims;

    /** Requests to publish it that have left, or were about to. */
    private int attempts;

    private int postponements;

    /** Look-ups that found nothing since it became unsure. */
    private int lookups;

    @Column(name = "trying_since")
    private @Nullable Instant tryingSince;

    @Column(name = "sending_at")
    private @Nullable Instant sendingAt;

    @Column(name = "lease_until")
    private @Nullable Instant leaseUntil;

    @Column(name = "unsure_since")
    private @Nullable Instant unsureSince;

    @Column(name = "next_attempt_at")
    private @Nullable Instant nextAttemptAt;

    @Column(name = "post_id")
    private @Nullable String postId;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected LinkOut() {}

    @SuppressWarnings("NullAway.Init")
    private LinkOut(long memberId, Instant now) {
        this.memberId = memberId;
        this.composedAt = now;
        this.state = QUEUED;
    }

    static LinkOut compose(
            long memberId,
            long answerId,
            long questionId,
            ChannelName channel,
            String text,
            @Nullable String replyTo,
            BigDecimal cost,
            YearMonth month,
            Instant now) {
        LinkOut linkOut = new LinkOut(memberId, now);
        linkOut.answerId = answerId;
        linkOut.questionId = questionId;
        linkOut.channel = channel;
        linkOut.text = text;
        linkOut.replyTo = replyTo;
        linkOut.cost = cost;
        linkOut.budgetMonth = month.toString();
        return linkOut;
    }

    /** How long to wait until it may be claimed: until its next attempt is due, or until who claimed it must be done. */
    Duration wait(Instant now) {
        Instant until = state == SENDING ? leaseUntil : nextAttemptAt;
        return until == null || until.isBefore(now) ? Duration.ZERO : Duration.between(now, until);
    }

    /** Whoever claimed it has not come back: killed, or cut off from the database. */
    void abandon() {
        loseSight();
        state = QUEUED;
    }

    /** Claims it to send it. */
    void send(String newAccount, YearMonth month, Instant now) {
        claim(now);
        account = newAccount;
        budgetMonth = month.toString();
        sendingAt = now;
        attempts++;
    }

    /** Claims it to look whether it is out. */
    void lookUp(Instant now) {
        claim(now);
    }

    private void claim(Instant now) {
        state = SENDING;
        claims++;
        leaseUntil = now.plus(LinkOutRules.LEASE);
        nextAttemptAt = null;
        if (tryingSince == null) {
            tryingSince = now;
        }
    }

    boolean isClaimed(int claim) {
        return state == SENDING && claims == claim;
    }

    void sent(String newPostId, Instant now) {
        state = SENT;
        postId = newPostId;
        sentAt = now;
        failure = null;
        failureNote = null;
        leaseUntil = null;
        nextAttemptAt = null;
        unsureSince = null;
    }

    void fail(LinkOutFailure why, @Nullable String note) {
        state = FAILED;
        failure = why;
        failureNote = note;
        leaseUntil = null;
        nextAttemptAt = null;
    }

    void postpone(LinkOutFailure why, @Nullable String note, Instant until) {
        queue(until);
        failure = why;
        failureNote = note;
        postponements++;
    }

    /** Nobody knows whether the last attempt came through. */
    void loseSight() {
        if (unsureSince == null) {
            unsureSince = Objects.requireNonNullElse(sendingAt, tryingSince);
            lookups = 0;
        }
    }

    /** It was not among the account's posts; having missed it often enough, it is sure that it is not out. */
    void miss(Instant now) {
        lookups++;
        if (lookups >= LinkOutRules.LOOKUPS) {
            unsureSince = null;
            lookups = 0;
            queue(now);
        } else {
            queue(now.plus(LinkOutRules.BETWEEN_LOOKUPS));
        }
    }

    private void queue(Instant until) {
        state = QUEUED;
        leaseUntil = null;
        nextAttemptAt = until;
    }

    void retry(YearMonth month) {
        state = QUEUED;
        failure = null;
        failureNote = null;
        budgetMonth = month.toString();
        tryingSince = null;
        postponements = 0;
        lookups = 0;
    }

    void giveUp() {
        state = GIVEN_UP;
        nextAttemptAt = null;
    }

    Long id() {
        return id;
    }

    ChannelName channel() {
        return channel;
    }

    long answerId() {
        return answerId;
    }

    long questionId() {
        return questionId;
    }

    String text() {
        return text;
    }

    @Nullable
    String replyTo() {
        return replyTo;
    }

    BigDecimal cost() {
        return cost;
    }

    LinkOutState state() {
        return state;
    }

    @Nullable
    LinkOutFailure failure() {
        return failure;
    }

    @Nullable
    String account() {
        return account;
    }

    @Nullable
    String postId() {
        return postId;
    }

    int claims() {
        return claims;
    }

    int postponements() {
        return postponements;
    }

    /** When it was first tried since it was composed or tried again by hand. */
    Instant tryingSince() {
        return Objects.requireNonNull(tryingSince);
    }

    @Nullable
    Instant unsureSince() {
        return unsureSince;
    }

    boolean isUnsure() {
        return unsureSince != null;
    }
}
