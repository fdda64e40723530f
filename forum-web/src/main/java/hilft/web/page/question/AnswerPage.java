package hilft.web.page.question;

import hilft.forum.member.Viewer;
import hilft.forum.question.AnswerView;
import hilft.forum.question.PostId;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.question.QuestionView;
import hilft.forum.shared.Page;
import hilft.web.faces.Routes;
import hilft.web.page.Ids;
import hilft.web.page.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The permalink of an answer: leads to the page of the thread the answer stands on, and to its place there. */
@WebServlet("/permalink/answer")
public class AnswerPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial")
    transient QuestionQueries queries;

    @Inject
    @SuppressWarnings("serial")
    transient Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            response.sendRedirect(place(Ids.of(Routes.parameter(request, "id"))));
        } catch (QuestionProblem unknown) {
            response.sendError(isGone(request) ? HttpServletResponse.SC_GONE : HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean isGone(HttpServletRequest request) {
        String id = Routes.parameter(request, "id");
        return id != null && id.matches("\\d{1,18}") && queries.isGone(PostId.answer(Long.parseLong(id)));
    }

    private String place(long answerId) {
        Viewer viewer = visitor.viewer();
        AnswerView answer = queries.findAnswer(answerId, viewer)
                .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN_ANSWER));
        QuestionView question = queries.find(answer.questionId(), viewer)
                .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN));
        UriBuilder url = UriBuilder.fromPath(question.item().url()).fragment("answer-" + answerId);
        String after = answer.accepted() ? null : pageOf(answer, viewer);
        return (after == null ? url : url.queryParam("after", after)).build().toString();
    }

    private @Nullable String pageOf(AnswerView answer, Viewer viewer) {
        String after = null;
        while (true) {
            Page<AnswerView> page = queries.answers(answer.questionId(), viewer, after, QuestionPage.ANSWERS);
            if (page.next() == null || page.items().stream().anyMatch(one -> one.id() == answer.id())) return after;
            after = page.next();
        }
    }
}
