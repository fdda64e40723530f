package hilft.forum.draft;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

import static jakarta.persistence.GenerationType.SEQUENCE;

/**
 * A text on its way. Saved again and again while it is typed, put aside when another window takes its place, gone when it is
 * posted; thrown away, it can be called back for a day.
 */
@Entity
@Table(name = "draft")
public class Draft {

    @Id
    @SequenceGenerator(name = "draft_seq", sequenceName = "draft_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "draft_seq")
    private Long id;

    @Column(name = "member_id", updatable = false)
    private long memberId;

    private String place;
    private String writer;
    private String title;
    private String category;
    private String tags;
    private String reason;
    private String body;
    private @Nullable Long base;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Draft() {}

    @SuppressWarnings("NullAway.Init")
    private Draft(long memberId, DraftPlace place) {
        this.memberId = memberId;
        this.place = place.name();
    }

    static Draft begin(long memberId, DraftPlace place, DraftText text, String writer, Instant now) {
        Draft draft = new Draft(memberId, place);
        draft.write(text, writer, now);
        return draft;
    }

    void write(DraftText text, String writer, Instant now) {
        this.writer = writer;
        title = text.title();
        category = text.category();
        tags = text.tags();
        reason = text.reason();
        body = text.body();
        base = text.base();
        savedAt = now;
    }

    void setAside() {
        place = place().aside(id).name();
    }

    void remove(Instant now) {
        setAside();
        removedAt = now;
    }

    /** @param free whether nothing has taken its place meanwhile */
    void recall(boolean free) {
        removedAt = null;
        if (free) {
            place = place().base().name();
        }
    }

    Long id() {
        return id;
    }

    long memberId() {
        return memberId;
    }

    DraftPlace place() {
        return new DraftPlace(place);
    }

    String writer() {
        return writer;
    }

    DraftText text() {
        return new DraftText(title, category, tags, reason, body, base);
    }

    boolean isRemoved() {
        return removedAt != null;
    }

    long version() {
        return version;
    }

    DraftView view() {
        return new DraftView(id, place(), text(), savedAt, version);
    }
}
