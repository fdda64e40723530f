package hilft.forum.channel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

/** One line of a link-out's history; never changed, never removed. */
@Entity
@Table(name = "link_out_entry")
public class LinkOutEntry {

    @Id
    @SequenceGenerator(name = "link_out_entry_seq", sequenceName = "link_out_entry_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "link_out_entry_seq")
    private Long id;

    @Column(name = "link_out_id", updatable = false)
    private long linkOutId;

    @Column(updatable = false)
    private Instant at;

    @Column(name = "member_id", updatable = false)
    private @Nullable Long memberId;

    @Enumerated(STRING)
    @Column(updatable = false)
    private LinkOutAction action;

    @Enumerated(STRING)
    @Column(updatable = false)
    private @Nullable LinkOutFailure failure;

    @Column(updatable = false)
    private @Nullable String note;

    @SuppressWarnings("NullAway.Init")
    protected LinkOutEntry() {}

    @SuppressWarnings("NullAway.Init")
    private LinkOutEntry(long linkOutId, LinkOutAction action, Instant at) {
        this.linkOutId = linkOutId;
        this.action = action;
        this.at = at;
    }

    /** What somebody did. */
    static LinkOutEntry by(long memberId, long linkOutId, LinkOutAction action, Instant at) {
        LinkOutEntry entry = new LinkOutEntry(linkOutId, action, at);
        entry.memberId = memberId;
        return entry;
    }

    /** What the forum itself did. */
    static LinkOutEntry of(
            long linkOutId, LinkOutAction action, @Nullable LinkOutFailure failure, @Nullable String note, Instant at) {
        LinkOutEntry entry = new LinkOutEntry(linkOutId, action, at);
        entry.failure = failure;
        entry.note = note;
        return entry;
    }
}
