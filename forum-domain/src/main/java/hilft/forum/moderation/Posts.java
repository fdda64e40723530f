package hilft.forum.moderation;

import hilft.forum.comment.Comments;
import hilft.forum.question.Post;
import hilft.forum.question.PostId;
import hilft.forum.question.PostType;
import hilft.forum.question.Questions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Everything that members write, whatever keeps it. */
@ApplicationScoped
class Posts {

    @Inject
    Questions questions;

    @Inject
    Comments comments;

    /** A post that everybody may see, locked for the rest of the transaction. */
    Post get(PostId post) {
        return post.type() == PostType.COMMENT ? comments.getPost(post.id()) : questions.getPost(post);
    }

    /** The category of its thread, where it stays for the rest of the transaction; of hidden posts, too. */
    long categoryOf(PostId post) {
        return post.type() == PostType.COMMENT ? comments.categoryOf(post.id()) : questions.categoryOf(post);
    }

    /** Empty if it was hidden before. */
    Optional<Post> hide(PostId post) {
        return post.type() == PostType.COMMENT ? comments.hide(post.id()) : questions.hide(post);
    }

    /** Empty if it was not hidden. */
    Optional<Post> restore(PostId post) {
        return post.type() == PostType.COMMENT ? comments.restore(post.id()) : questions.restore(post);
    }
}
