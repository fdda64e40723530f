package hilft.web.page.comment;

import hilft.forum.comment.CommentLine;
import hilft.forum.comment.CommentView;
import hilft.forum.member.Viewer;
import hilft.forum.question.PostId;
import hilft.forum.question.QuestionView;
import java.util.List;

/**
 * The comments under a post.
 *
 * @param path of the post, {@code /answers/7}
 * @param id of the section
 * @param total how many there are, at least those that are shown
 * @param open whether one more may be written, perhaps after logging in
 */
public record ShownComments(String path, String id, List<ShownComment> items, int total, boolean open) {

    /** How many of each post's comments a thread shows. */
    public static final int FEW = 5;

    public ShownComments {
        items = List.copyOf(items);
    }

    /** The first few, out of those of the whole page. */
    public static ShownComments few(
            PostId post, List<CommentLine> lines, int total, QuestionView question, Viewer viewer) {
        List<CommentView> comments = lines.stream()
                .filter(line -> line.post().equals(post))
                .map(line -> line.view(viewer))
                .toList();
        return of(post, comments, total, question, viewer);
    }

    static ShownComments of(PostId post, List<CommentView> comments, int total, QuestionView question, Viewer viewer) {
        long asker = question.item().author().id();
        List<ShownComment> items = comments.stream()
                .map(comment -> ShownComment.of(
                        comment,
                        asker,
                        question.marks(),
                        viewer.is(comment.author().id()),
                        question.mayModerate()))
                .toList();
        String name = post.type().label();
        return new ShownComments(
                "/" + name + "s/" + post.id(),
                name + "-" + post.id() + "-comments",
                items,
                Math.max(total, items.size()),
                question.mayAnswer() || (!viewer.isMember() && !question.item().locked()));
    }

    public boolean any() {
        return !items.isEmpty();
    }

    public boolean more() {
        return total > items.size();
    }
}
