package hilft.web.page.question;

import hilft.forum.question.PostId;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.web.faces.Routes;
import hilft.web.page.Ids;
import hilft.web.page.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The permalink of an answer: leads to the page of the thread the answer stands on, and to its place there. */
@WebServlet("/permalink/answer")
public class AnswerPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial")
    transient QuestionQueries queries;

    @Inject
    @SuppressWarnings("serial")
    transient AnswerPlaces places;

    @Inject
    @SuppressWarnings("serial")
    transient Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            long id = Ids.of(Routes.parameter(request, "id"));
            response.sendRedirect(places.of(id, visitor.viewer(), "answer-" + id));
        } catch (QuestionProblem unknown) {
            response.sendError(isGone(request) ? HttpServletResponse.SC_GONE : HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean isGone(HttpServletRequest request) {
        String id = Routes.parameter(request, "id");
        return id != null && id.matches("\\d{1,18}") && queries.isGone(PostId.answer(Long.parseLong(id)));
    }
}
