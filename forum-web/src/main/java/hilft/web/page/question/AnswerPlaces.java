package hilft.web.page.question;

import hilft.forum.member.Viewer;
import hilft.forum.question.AnswerView;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.question.QuestionView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriBuilder;

/** Finds the page of a thread on which an answer stands. */
@ApplicationScoped
public class AnswerPlaces {

    @Inject
    QuestionQueries queries;

    /** The address of that page with the fragment; an answer that the viewer may not see is refused. */
    public String of(long answerId, Viewer viewer, String fragment) {
        AnswerView answer = queries.findAnswer(answerId, viewer)
                .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN_ANSWER));
        QuestionView question = queries.find(answer.questionId(), viewer)
                .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN));
        UriBuilder url = UriBuilder.fromPath(question.item().url()).fragment(fragment);
        String after = queries.pageOf(answer, viewer, QuestionPage.ANSWERS);
        return (after == null ? url : url.queryParam("after", after)).build().toString();
    }
}
