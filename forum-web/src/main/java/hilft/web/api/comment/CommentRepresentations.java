package hilft.web.api.comment;

import hilft.forum.comment.CommentProblem;
import hilft.forum.comment.CommentQueries;
import hilft.forum.comment.CommentView;
import hilft.forum.member.Viewer;
import hilft.web.api.member.AuthorJson;
import hilft.web.api.member.Authors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Comments as the API shows them, their authors with points. */
@ApplicationScoped
public class CommentRepresentations {

    @Inject
    CommentQueries comments;

    @Inject
    Authors authors;

    CommentJson comment(long id, Viewer viewer) {
        CommentView view =
                comments.find(id, viewer).orElseThrow(() -> new CommentProblem(CommentProblem.Reason.UNKNOWN));
        return comments(List.of(view)).get(0);
    }

    List<CommentJson> comments(List<CommentView> views) {
        Map<Long, AuthorJson> known = authors.of(views.stream().map(CommentView::author));
        return views.stream()
                .map(view -> CommentJson.of(
                        view, Objects.requireNonNull(known.get(view.author().id()))))
                .toList();
    }
}
