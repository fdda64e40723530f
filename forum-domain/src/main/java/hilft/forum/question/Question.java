package hilft.forum.question;

import hilft.forum.revision.RevisedPost;
import hilft.forum.revision.RevisedText;
import hilft.forum.text.Slug;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

import static jakarta.persistence.GenerationType.SEQUENCE;

/**
 * A customer's problem in their words. Asked once; edited by its author or a moderator; answered, voted and joined by
 * "me too" without changing its version; solved while one of its answers is accepted; locked, moved and hidden by
 * moderators, each of which can be undone. The Markdown is rendered when it is written, never when it is read.
 */
@Entity
@Table(name = "question")
public class Question {

    @Id
    @SequenceGenerator(name = "question_seq", sequenceName = "question_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "question_seq")
    private Long id;

    @Column(name = "author_id", updatable = false)
    private long authorId;

    @Column(name = "category_id")
    private long categoryId;

    private String title;
    private String slug;
    private String language;
    private String body;

    @Column(name = "body_html")
    private String bodyHtml;

    @Column(name = "body_text")
    private String bodyText;

    private String excerpt;

    @ElementCollection
    @CollectionTable(name = "question_tag", joinColumns = @JoinColumn(name = "question_id"))
    @OrderColumn(name = "position")
    @Column(name = "name")
    private List<String> tags = new ArrayList<>();

    @Column(name = "asked_at", updatable = false)
    private Instant askedAt;

    @Column(name = "edited_at")
    private @Nullable Instant editedAt;

    @Column(name = "last_activity_at", updatable = false)
    private Instant lastActivityAt;

    @Column(name = "answer_count", insertable = false, updatable = false)
    private int answerCount;

    @Column(insertable = false, updatable = false)
    private int score;

    @Column(name = "me_too_count", insertable = false, updatable = false)
    private int meTooCount;

    @Column(name = "view_count", insertable = false, updatable = false)
    private long viewCount;

    @Column(name = "comment_count", insertable = false, updatable = false)
    private int commentCount;

    @Column(name = "commented_at", insertable = false, updatable = false)
    private @Nullable Instant commentedAt;

    @Column(name = "accepted_answer_id")
    private @Nullable Long acceptedAnswerId;

    @Column(name = "accepted_at")
    private @Nullable Instant acceptedAt;

    @Column(name = "official_answer", insertable = false, updatable = false)
    private boolean officialAnswer;

    // What lists are ordered and chosen by; the database computes it, so that its indexes know it.
    @Column(insertable = false, updatable = false)
    private int hot;

    @Column(insertable = false, updatable = false)
    private boolean solved;

    @Column(insertable = false, updatable = false)
    private boolean unanswered;

    @Column(name = "locked_at")
    private @Nullable Instant lockedAt;

    @Column(name = "hidden_at")
    private @Nullable Instant hiddenAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Question() {}

    @SuppressWarnings("NullAway.Init")
    private Question(long authorId, Instant now) {
        this.authorId = authorId;
        this.askedAt = now;
        this.lastActivityAt = now;
    }

    static Question ask(long authorId, long categoryId, QuestionText text, PostText rendered, Instant now) {
        Question question = new Question(authorId, now);
        question.categoryId = categoryId;
        question.write(text, rendered);
        return question;
    }

    void edit(long newCategoryId, QuestionText text, PostText rendered) {
        categoryId = newCategoryId;
        write(text, rendered);
    }

    /** What is finished just after it was written is not called edited. */
    void markEdited(Instant at) {
        editedAt = at;
    }

    RevisedText revised() {
        return RevisedText.question(title, categoryId, tags, body, language);
    }

    RevisedPost revisedPost() {
        boolean commentedLast = commentedAt != null && commentedAt.isAfter(lastActivityAt);
        return new RevisedPost(id, null, authorId, askedAt, commentedLast ? commentedAt : lastActivityAt);
    }

    private void write(QuestionText text, PostText rendered) {
        title = text.title();
        slug = Slug.of(title);
        body = rendered.body();
        bodyHtml = rendered.html();
        bodyText = rendered.plain();
        excerpt = rendered.excerpt();
        language = rendered.language();
        if (!tags.equals(text.tags())) {
            tags.clear();
            tags.addAll(text.tags());
        }
    }

    /** To the letter: what the database takes for equal may differ in case and accents. */
    boolean says(QuestionText text) {
        return title.equals(text.title()) && body.equals(text.body());
    }

    Acceptance accept(Answer answer, Instant now) {
        acceptedAnswerId = answer.id();
        acceptedAt = now;
        return Acceptance.of(this, answer, now);
    }

    void unaccept() {
        acceptedAnswerId = null;
        acceptedAt = null;
    }

    void lock(Instant now) {
        if (lockedAt == null) {
            lockedAt = now;
        }
    }

    void unlock() {
        lockedAt = null;
    }

    void hide(Instant now) {
        if (hiddenAt == null) {
            hiddenAt = now;
        }
    }

    void restore() {
        hiddenAt = null;
    }

    void move(long newCategoryId) {
        categoryId = newCategoryId;
    }

    Long id() {
        return id;
    }

    long authorId() {
        return authorId;
    }

    long categoryId() {
        return categoryId;
    }

    Instant askedAt() {
        return askedAt;
    }

    String title() {
        return title;
    }

    String excerpt() {
        return excerpt;
    }

    @Nullable
    Long acceptedAnswerId() {
        return acceptedAnswerId;
    }

    /** When this answer became the solution, or null if it is not. */
    @Nullable
    Instant acceptedAt(long answerId) {
        return acceptedAnswerId != null && acceptedAnswerId == answerId ? acceptedAt : null;
    }

    int answerCount() {
        return answerCount;
    }

    long version() {
        return version;
    }

    boolean isLocked() {
        return lockedAt != null;
    }

    boolean isHidden() {
        return hiddenAt != null;
    }
}
