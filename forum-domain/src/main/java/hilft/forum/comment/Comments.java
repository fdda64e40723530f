package hilft.forum.comment;

import hilft.forum.attachment.AttachmentPlace;
import hilft.forum.attachment.Attachments;
import hilft.forum.deadlock.RepeatedAfterDeadlock;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.Viewer;
import hilft.forum.question.Post;
import hilft.forum.question.PostId;
import hilft.forum.question.PostType;
import hilft.forum.question.QuestionRules;
import hilft.forum.question.Questions;
import hilft.forum.shared.FieldError;
import hilft.forum.text.Input;
import hilft.forum.text.Markdown;
import hilft.forum.text.Picture;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static hilft.forum.comment.CommentProblem.Reason.INVALID;
import static hilft.forum.comment.CommentProblem.Reason.LOCKED;
import static hilft.forum.comment.CommentProblem.Reason.NOT_AUTHOR;
import static hilft.forum.comment.CommentProblem.Reason.STALE;
import static hilft.forum.comment.CommentProblem.Reason.UNKNOWN;
import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

/** What members do with comments. A post is locked before its comments, so that its counter is right. */
@ApplicationScoped
@RepeatedAfterDeadlock
@Transactional
public class Comments {

    private static final String WRITTEN_SINCE = """
            select c from Comment c
            where c.questionId = :question and c.postType = :type and c.postId = :post and c.withdrawnAt is null
              and c.hiddenAt is null and c.authorId = :author and c.writtenAt >= :since
            """;
    private static final String COUNT = """
            update %1$s p set
              comment_count = (select count(*) from comment c where c.question_id = ? and c.post_type = ? and c.post_id = p.id
                and c.withdrawn_at is null and c.hidden_at is null),
              commented_at = (select max(c.written_at) from comment c where c.question_id = ? and c.post_type = ?
                and c.post_id = p.id)
            where p.id = ?
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Questions questions;

    @Inject
    MemberQueries profiles;

    @Inject
    Markdown markdown;

    @Inject
    Attachments attachments;

    @Inject
    Clock clock;

    @Inject
    Event<CommentWritten> written;

    @Inject
    Event<CommentEdited> edited;

    @Inject
    Event<CommentWithdrawn> withdrawn;

    /**
     * Comments a question or an answer and gives the comment's id; who sends the same text again within ten minutes gets the
     * one that is there. The text has 15 to 600 characters of Markdown, pictures included.
     */
    public long comment(PostId postId, String typed, Viewer author) {
        Post post = questions.getPost(postId);
        if (!CommentRules.mayComment(author.within(post.categoryId()), !post.open())) {
            throw new CommentProblem(LOCKED);
        }
        String body = check(typed);
        Instant now = clock.instant();
        Optional<Long> before = findWritten(post, body, author, QuestionRules.repeatedSince(now));
        if (before.isPresent()) {
            return before.get();
        }
        Map<String, Picture> pictures = attachments.commentPictures(markdown, body, author.id());
        Comment comment = Comment.write(post, author.id(), text(body, pictures), now);
        entityManager.persist(comment);
        count(post.id(), post.questionId());
        if (!pictures.isEmpty()) {
            attachments.use(AttachmentPlace.COMMENT, comment.id(), pictures.values());
        }
        written.fire(new CommentWritten(comment.id(), postId, post.questionId(), post.authorId(), author.id(), now));
        return comment.id();
    }

    private Optional<Long> findWritten(Post post, String body, Viewer author, Instant since) {
        return entityManager
                .createQuery(WRITTEN_SINCE, Comment.class)
                .setParameter("question", post.questionId())
                .setParameter("type", post.id().type())
                .setParameter("post", post.id().id())
                .setParameter("author", author.id())
                .setParameter("since", since)
                .getResultStream()
                .filter(comment -> comment.body().equals(body))
                .map(Comment::id)
                .findFirst();
    }

    private CommentText text(String body, Map<String, Picture> pictures) {
        return CommentText.of(markdown, body, pictures, profiles.leading(markdown.mentions(body)));
    }

    /** Changes a comment if it still has the version its author saw. */
    public void edit(long id, String typed, long seenVersion, Viewer editor) {
        Comment comment = getOwn(id, editor);
        String body = check(typed);
        if (comment.version() != seenVersion) {
            throw new CommentProblem(STALE);
        }
        if (!body.equals(comment.body())) {
            Instant now = clock.instant();
            Map<String, Picture> pictures = attachments.commentPictures(markdown, body, editor.id());
            comment.edit(text(body, pictures), now);
            attachments.use(AttachmentPlace.COMMENT, id, pictures.values());
            edited.fire(new CommentEdited(id, comment.questionId(), comment.authorId(), now));
        }
    }

    /** Takes the own comment back; nobody sees it any more. */
    public void withdraw(long id, Viewer author) {
        Comment comment = getOwn(id, author);
        Instant now = clock.instant();
        comment.withdraw(now);
        count(comment.post(), comment.questionId());
        attachments.use(AttachmentPlace.COMMENT, id, List.of());
        withdrawn.fire(new CommentWithdrawn(id, comment.questionId(), now));
    }

    private Comment getOwn(long id, Viewer author) {
        Comment comment = get(id);
        Post post = questions.getPost(comment.post());
        if (!author.is(comment.authorId())) {
            throw new CommentProblem(NOT_AUTHOR);
        }
        if (!CommentRules.mayComment(author.within(post.categoryId()), !post.open())) {
            throw new CommentProblem(LOCKED);
        }
        entityManager.lock(comment, PESSIMISTIC_WRITE);
        return comment;
    }

    /** A comment that everybody may see, as what can be flagged. */
    public Post getPost(long id) {
        Comment comment = get(id);
        return post(comment, questions.getPost(comment.post()));
    }

    private Comment get(long id) {
        return Optional.ofNullable(entityManager.find(Comment.class, id))
                .filter(comment -> !comment.isHidden() && !comment.isWithdrawn())
                .orElseThrow(() -> new CommentProblem(UNKNOWN));
    }

    /** The category of its thread, where it stays for the rest of the transaction; of hidden ones, too. */
    public long categoryOf(long id) {
        return questions.categoryOf(Optional.ofNullable(entityManager.find(Comment.class, id))
                .orElseThrow(() -> new CommentProblem(UNKNOWN))
                .questionId());
    }

    /** A moderator's hand on a comment, empty if it was hidden before; the log and the right to do it are the caller's. */
    public Optional<Post> hide(long id) {
        return change(id, true);
    }

    public Optional<Post> restore(long id) {
        return change(id, false);
    }

    private Optional<Post> change(long id, boolean hide) {
        Comment comment = Optional.ofNullable(entityManager.find(Comment.class, id))
                .filter(one -> !one.isWithdrawn())
                .orElseThrow(() -> new CommentProblem(UNKNOWN));
        Post post = questions.getPostEvenHidden(comment.post());
        entityManager.lock(comment, PESSIMISTIC_WRITE);
        if (comment.isHidden() == hide) {
            return Optional.empty();
        }
        if (hide) {
            comment.hide(clock.instant());
        } else {
            comment.restore();
        }
        count(comment.post(), comment.questionId());
        return Optional.of(post(comment, post));
    }

    private static Post post(Comment comment, Post under) {
        return new Post(
                PostId.comment(comment.id()),
                under.questionId(),
                under.categoryId(),
                comment.authorId(),
                under.open(),
                under.title(),
                under.excerpt());
    }

    private String check(String typed) {
        String body = Input.text(typed);
        List<FieldError> errors = CommentRules.check(body, markdown.isCommentVisible(body));
        if (!errors.isEmpty()) {
            throw new CommentProblem(INVALID, errors);
        }
        return body;
    }

    private void count(PostId post, long questionId) {
        entityManager.flush();
        entityManager
                .createNativeQuery(COUNT.formatted(post.type() == PostType.QUESTION ? "question" : "answer"))
                .setParameter(1, questionId)
                .setParameter(2, post.type().name())
                .setParameter(3, questionId)
                .setParameter(4, post.type().name())
                .setParameter(5, post.id())
                .executeUpdate();
    }
}
