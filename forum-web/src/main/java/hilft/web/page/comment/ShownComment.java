package hilft.web.page.comment;

import hilft.forum.comment.CommentView;
import hilft.forum.question.Marks;
import hilft.forum.question.PostId;

/** A comment as it looks to one reader; readers to whom it looks the same share it. */
public record ShownComment(
        CommentView comment, boolean byAsker, boolean mayFlag, boolean flagged, boolean mayModerate, boolean folded) {

    static ShownComment of(CommentView comment, long askerId, Marks marks, boolean own, boolean mayModerate) {
        boolean flagged = marks.flagged(PostId.comment(comment.id()));
        return new ShownComment(
                comment,
                comment.author().id() == askerId,
                !flagged && !own && !comment.hidden(),
                flagged,
                mayModerate,
                marks.blocked(comment.author()));
    }

    // what else is equal for equal ids is for equals to tell; the texts need not be gone through
    @Override
    public int hashCode() {
        return Long.hashCode(comment.id());
    }
}
