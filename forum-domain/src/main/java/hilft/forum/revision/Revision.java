package hilft.forum.revision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

import static jakarta.persistence.GenerationType.SEQUENCE;

/**
 * What a post said at one time, who wrote it and why. The first is made with the first edit and holds what stood there
 * before; the last one says what the post says now, and takes up what its author still changes within the grace.
 */
@Entity
@Table(name = "revision")
public class Revision {

    private static final String BETWEEN_TAGS = "\n";

    @Id
    @SequenceGenerator(name = "revision_seq", sequenceName = "revision_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "revision_seq")
    private Long id;

    @Column(name = "question_id", updatable = false)
    private long questionId;

    @Column(name = "answer_id", updatable = false)
    private @Nullable Long answerId;

    @Column(updatable = false)
    private int number;

    @Column(name = "editor_id", updatable = false)
    private long editorId;

    @Column(name = "made_at", updatable = false)
    private Instant madeAt;

    @Column(updatable = false)
    private String reason;

    private String language;
    private @Nullable String title;

    @Column(name = "category_id")
    private @Nullable Long categoryId;

    private @Nullable String tags;
    private String body;

    @SuppressWarnings("NullAway.Init")
    protected Revision() {}

    @SuppressWarnings("NullAway.Init")
    private Revision(RevisedPost post, int number, long editorId, String reason, Instant madeAt) {
        this.questionId = post.questionId();
        this.answerId = post.answerId();
        this.number = number;
        this.editorId = editorId;
        this.reason = reason;
        this.madeAt = madeAt;
    }

    /** What stood there before the first edit. */
    static Revision first(Edit edit) {
        RevisedPost post = edit.post();
        Revision revision = new Revision(post, 1, post.authorId(), "", post.writtenAt());
        revision.write(edit.before());
        return revision;
    }

    Revision followedBy(Edit edit) {
        Revision revision = new Revision(edit.post(), number + 1, edit.editorId(), edit.reason(), edit.at());
        revision.write(edit.after());
        return revision;
    }

    void write(RevisedText text) {
        title = text.title();
        categoryId = text.categoryId();
        tags = text.title() == null ? null : String.join(BETWEEN_TAGS, text.tags());
        body = text.body();
        language = text.language();
    }

    RevisedText text() {
        return new RevisedText(
                title,
                categoryId,
                tags == null || tags.isEmpty() ? List.of() : List.of(tags.split(BETWEEN_TAGS)),
                body,
                language);
    }

    int number() {
        return number;
    }

    long editorId() {
        return editorId;
    }

    Instant madeAt() {
        return madeAt;
    }

    String reason() {
        return reason;
    }
}
