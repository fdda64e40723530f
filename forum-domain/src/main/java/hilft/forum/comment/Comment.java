package hilft.forum.comment;

import hilft.forum.question.Post;
import hilft.forum.question.PostId;
import hilft.forum.question.PostType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

/**
 * A short remark under a question or an answer. Edited and taken back by its author; hidden and restored by moderators.
 * What was taken back stays in the table, for the moderators' log refers to it, and is shown to nobody.
 */
@Entity
@Table(name = "comment")
public class Comment {

    @Id
    @SequenceGenerator(name = "comment_seq", sequenceName = "comment_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "comment_seq")
    private Long id;

    @Enumerated(STRING)
    @Column(name = "post_type", updatable = false)
    private PostType postType;

    @Column(name = "post_id", updatable = false)
    private long postId;

    @Column(name = "question_id", updatable = false)
    private long questionId;

    @Column(name = "author_id", updatable = false)
    private long authorId;

    private String language;
    private String body;

    @Column(name = "body_html")
    private String bodyHtml;

    @Column(name = "body_text")
    private String bodyText;

    @Column(name = "written_at", updatable = false)
    private Instant writtenAt;

    @Column(name = "edited_at")
    private @Nullable Instant editedAt;

    @Column(name = "hidden_at")
    private @Nullable Instant hiddenAt;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Comment() {}

    @SuppressWarnings("NullAway.Init")
    private Comment(Post post, long authorId, Instant now) {
        this.postType = post.id().type();
        this.postId = post.id().id();
        this.questionId = post.questionId();
        this.authorId = authorId;
        this.writtenAt = now;
    }

    static Comment write(Post post, long authorId, CommentText text, Instant now) {
        Comment comment = new Comment(post, authorId, now);
        comment.write(text);
        return comment;
    }

    void edit(CommentText text, Instant now) {
        write(text);
        if (!CommentRules.isFinishing(writtenAt, now)) {
            editedAt = now;
        }
    }

    private void write(CommentText text) {
        body = text.body();
        bodyHtml = text.html();
        bodyText = text.plain();
        language = text.language();
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
    }

    void hide(Instant now) {
        hiddenAt = now;
    }

    void restore() {
        hiddenAt = null;
    }

    Long id() {
        return id;
    }

    PostId post() {
        return new PostId(postType, postId);
    }

    long questionId() {
        return questionId;
    }

    long authorId() {
        return authorId;
    }

    String body() {
        return body;
    }

    boolean isHidden() {
        return hiddenAt != null;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    long version() {
        return version;
    }
}
