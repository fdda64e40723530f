package hilft.web.api.question;

import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryView;
import hilft.forum.question.AnswerView;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.revision.RevisionQueries;
import hilft.forum.revision.RevisionView;
import hilft.forum.shared.Page;
import hilft.web.api.http.Caller;
import hilft.web.api.http.Listing;
import hilft.web.api.http.Paging;
import hilft.web.api.member.AuthorJson;
import hilft.web.api.member.Authors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a post has said, the latest first; empty as long as it was never edited. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class RevisionsResource {

    @Inject
    Caller caller;

    @Inject
    QuestionQueries questions;

    @Inject
    RevisionQueries revisions;

    @Inject
    CategoryQueries categories;

    @Inject
    Authors authors;

    Listing<RevisionJson> list(long questionId, @Nullable Long answerId, Paging paging) {
        Page<RevisionView> page = revisions.page(questionId, answerId, paging.after(), paging.limit());
        return Listing.of(page, this::representations);
    }

    private List<RevisionJson> representations(List<RevisionView> views) {
        Map<Long, AuthorJson> known = authors.of(views.stream().map(RevisionView::editor));
        Map<Long, CategoryView> byId = categories.byId();
        return views.stream()
                .map(view -> RevisionJson.of(
                        view,
                        Objects.requireNonNull(known.get(view.editor().id())),
                        slug(byId.get(view.text().categoryId()))))
                .toList();
    }

    private static @Nullable String slug(@Nullable CategoryView category) {
        return category == null ? null : category.slug();
    }

    /** Of a question: with title, category and tags. */
    @Path("questions/{id}/revisions")
    @RequestScoped
    public static class OfQuestion extends RevisionsResource {
        @GET
        public Listing<RevisionJson> list(@PathParam("id") long id, @BeanParam Paging paging) {
            if (questions.find(id, caller.viewer()).isEmpty()) {
                throw new QuestionProblem(QuestionProblem.Reason.UNKNOWN);
            }
            return list(id, null, paging);
        }
    }

    /** Of an answer. */
    @Path("answers/{id}/revisions")
    @RequestScoped
    public static class OfAnswer extends RevisionsResource {
        @GET
        public Listing<RevisionJson> list(@PathParam("id") long id, @BeanParam Paging paging) {
            AnswerView answer = questions
                    .findAnswer(id, caller.viewer())
                    .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN_ANSWER));
            return list(answer.questionId(), id, paging);
        }
    }
}
