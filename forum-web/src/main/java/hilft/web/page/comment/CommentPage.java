package hilft.web.page.comment;

import hilft.forum.comment.CommentQueries;
import hilft.forum.comment.CommentView;
import hilft.forum.member.Viewer;
import hilft.forum.question.PostType;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.web.faces.Routes;
import hilft.web.page.Ids;
import hilft.web.page.Visitor;
import hilft.web.page.question.AnswerPlaces;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * The permalink of a comment: leads to its thread if it is one of the few shown there, else to the page of its post's
 * comments on which it stands, and in either to its place.
 */
@WebServlet("/permalink/comment")
public class CommentPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial")
    transient CommentQueries queries;

    @Inject
    @SuppressWarnings("serial")
    transient QuestionQueries questions;

    @Inject
    @SuppressWarnings("serial")
    transient AnswerPlaces answers;

    @Inject
    @SuppressWarnings("serial")
    transient Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String typed = String.valueOf(Routes.parameter(request, "id"));
        long id = typed.matches("\\d{1,18}") ? Ids.of(typed) : 0;
        Optional<CommentView> comment = queries.find(id, visitor.viewer());
        if (comment.isPresent()) {
            response.sendRedirect(place(comment.get(), visitor.viewer()));
        } else {
            response.sendError(queries.isGone(id) ? HttpServletResponse.SC_GONE : HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private String place(CommentView comment, Viewer viewer) {
        String fragment = "comment-" + comment.id();
        int place = queries.place(comment, viewer);
        boolean ofQuestion = comment.post().type() == PostType.QUESTION;
        if (place > ShownComments.FEW) {
            int onPage = (place - 1) % CommentsPage.COMMENTS + 1;
            String after = place == onPage ? null : queries.before(comment, viewer, onPage);
            return "/" + comment.post().type().label() + "s/" + comment.post().id() + "/comments"
                    + (after == null ? "" : "?after=" + after) + "#" + fragment;
        }
        return ofQuestion
                ? questions
                                .find(comment.questionId(), viewer)
                                .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN))
                                .item()
                                .url()
                        + "#" + fragment
                : answers.of(comment.post().id(), viewer, fragment);
    }
}
