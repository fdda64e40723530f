package hilft.forum.attachment;

import hilft.forum.attachment.picture.PaintedPicture;
import hilft.forum.attachment.picture.PictureType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

import static jakarta.persistence.GenerationType.SEQUENCE;

/**
 * A picture that a member uploaded. Announced before its files are written, stored once they are safe; shown by posts and
 * named by drafts, which are rows of their own; removed if nothing ever used it. Its picture never changes.
 */
@Entity
@Table(name = "attachment")
public class Attachment {

    @Id
    @SequenceGenerator(name = "attachment_seq", sequenceName = "attachment_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "attachment_seq")
    private Long id;

    @Column(name = "uploader_id", updatable = false)
    private long uploaderId;

    @Column(updatable = false)
    private String name;

    @Column(name = "storage_key", updatable = false)
    private String storageKey;

    @Column(name = "announced_at", updatable = false)
    private Instant announcedAt;

    @Column(name = "stored_at")
    private @Nullable Instant storedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable PictureType type;

    private int width;
    private int height;

    @Column(name = "full_width")
    private int fullWidth;

    @Column(name = "full_height")
    private int fullHeight;

    @SuppressWarnings("NullAway.Init")
    protected Attachment() {}

    @SuppressWarnings("NullAway.Init")
    private Attachment(long uploaderId, String name, String storageKey, Instant now) {
        this.uploaderId = uploaderId;
        this.name = name;
        this.storageKey = storageKey;
        this.announcedAt = now;
    }

    static Attachment announce(long uploaderId, String name, String storageKey, Instant now) {
        return new Attachment(uploaderId, name, storageKey, now);
    }

    void store(PaintedPicture picture, Instant now) {
        type = picture.type();
        width = picture.display().width();
        height = picture.display().height();
        fullWidth = picture.full().width();
        fullHeight = picture.full().height();
        storedAt = now;
    }

    Long id() {
        return id;
    }

    String storageKey() {
        return storageKey;
    }

    AttachmentView view() {
        if (type == null) {
            throw new IllegalStateException("not stored yet");
        }
        return new AttachmentView(id, name, type, width, height, fullWidth, fullHeight);
    }
}
