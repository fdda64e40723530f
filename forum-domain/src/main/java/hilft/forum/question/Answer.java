package hilft.forum.question;

import hilft.forum.revision.RevisedPost;
import hilft.forum.revision.RevisedText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

import static jakarta.persistence.FetchType.LAZY;
import static jakarta.persistence.GenerationType.SEQUENCE;

/**
 * What somebody proposes to a question. Official when its author was staff at the time of writing; edited by its author
 * or a moderator; perhaps accepted as the solution; hidden and restored by moderators.
 */
@Entity
@Table(name = "answer")
public class Answer {

    @Id
    @SequenceGenerator(name = "answer_seq", sequenceName = "answer_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "answer_seq")
    private Long id;

    @ManyToOne(fetch = LAZY, optional = false)
    @JoinColumn(name = "question_id", updatable = false)
    private Question question;

    @Column(name = "author_id", updatable = false)
    private long authorId;

    private String language;
    private String body;

    @Column(name = "body_html")
    private String bodyHtml;

    @Column(name = "body_text")
    private String bodyText;

    @Column(updatable = false)
    private boolean official;

    @Column(name = "written_at", updatable = false)
    private Instant writtenAt;

    @Column(name = "edited_at")
    private @Nullable Instant editedAt;

    @Column(insertable = false, updatable = false)
    private int score;

    @Column(insertable = false, updatable = false)
    private boolean helpful;

    @Column(name = "valid_at", insertable = false, updatable = false)
    private @Nullable Instant validAt;

    @Column(name = "works_count", insertable = false, updatable = false)
    private int worksCount;

    @Column(name = "broken_count", insertable = false, updatable = false)
    private int brokenCount;

    @Column(name = "comment_count", insertable = false, updatable = false)
    private int commentCount;

    @Column(name = "commented_at", insertable = false, updatable = false)
    private @Nullable Instant commentedAt;

    @Column(name = "hidden_at")
    private @Nullable Instant hiddenAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Answer() {}

    @SuppressWarnings("NullAway.Init")
    private Answer(Question question, long authorId, boolean official, Instant now) {
        this.question = question;
        this.authorId = authorId;
        this.official = official;
        this.writtenAt = now;
    }

    static Answer write(Question question, long authorId, boolean official, PostText text, Instant now) {
        Answer answer = new Answer(question, authorId, official, now);
        answer.write(text);
        return answer;
    }

    void edit(PostText text) {
        write(text);
    }

    /** What is finished just after it was written is not called edited. */
    void markEdited(Instant at) {
        editedAt = at;
    }

    RevisedText revised() {
        return RevisedText.answer(body, language);
    }

    RevisedPost revisedPost(@Nullable Instant acceptedAt) {
        boolean commentedLast = commentedAt != null && (acceptedAt == null || commentedAt.isAfter(acceptedAt));
        return new RevisedPost(question.id(), id, authorId, writtenAt, commentedLast ? commentedAt : acceptedAt);
    }

    private void write(PostText text) {
        body = text.body();
        bodyHtml = text.html();
        bodyText = text.plain();
        language = text.language();
    }

    void hide(Instant now) {
        if (hiddenAt == null) {
            hiddenAt = now;
        }
    }

    void restore() {
        hiddenAt = null;
    }

    /** To the letter: what the database takes for equal may differ in case and accents. */
    boolean says(String text) {
        return body.equals(text);
    }

    Instant writtenAt() {
        return writtenAt;
    }

    /** Whether nobody has reacted by a vote or a comment. */
    boolean isUntouched() {
        return score == 0 && commentCount == 0;
    }

    Long id() {
        return id;
    }

    Question question() {
        return question;
    }

    long authorId() {
        return authorId;
    }

    boolean isHidden() {
        return hiddenAt != null;
    }

    long version() {
        return version;
    }
}
