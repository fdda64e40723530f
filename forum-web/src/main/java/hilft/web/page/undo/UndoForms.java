package hilft.web.page.undo;

import hilft.forum.comment.CommentProblem;
import hilft.forum.comment.CommentQueries;
import hilft.forum.comment.CommentView;
import hilft.forum.comment.Comments;
import hilft.forum.draft.DraftPlace;
import hilft.forum.draft.DraftSaved;
import hilft.forum.draft.DraftSeen;
import hilft.forum.draft.DraftText;
import hilft.forum.draft.Drafts;
import hilft.forum.member.Author;
import hilft.forum.member.Viewer;
import hilft.forum.question.AnswerView;
import hilft.forum.question.PostId;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.question.QuestionView;
import hilft.forum.question.Questions;
import hilft.forum.shared.Problem;
import hilft.web.faces.Language;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Takes back what was just published, or what its author no longer wants; its text is a draft again. */
@Path("undo/{type}/{id}")
@RequestScoped
public class UndoForms {
    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    Questions questions;

    @Inject
    QuestionQueries questionQueries;

    @Inject
    Comments comments;

    @Inject
    CommentQueries commentQueries;

    @Inject
    Drafts drafts;

    @POST
    public Response undo(@PathParam("type") String type, @PathParam("id") long id) {
        Viewer author = visitor.viewer();
        if (!author.isMember()) author.id();
        PostId post = PostId.of(type, id);
        return switch (post.type()) {
            case QUESTION -> question(id, author);
            case ANSWER -> answer(id, author);
            case COMMENT -> comment(id, author);
        };
    }

    private Response question(long id, Viewer author) {
        QuestionView question = own(id, author);
        DraftText text = new DraftText(
                question.item().title(),
                question.item().category().slug(),
                String.join(", ", question.item().tags()),
                "",
                question.body(),
                null);
        return to("/ask?draft="
                + takeBack(PostId.question(id), DraftPlace.ASK, text, author, () -> questions.withdraw(id, author)));
    }

    private QuestionView own(long id, Viewer author) {
        return questionQueries
                .find(id, author)
                .filter(question -> isBy(question.item().author(), author))
                .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN));
    }

    private Response answer(long id, Viewer author) {
        AnswerView answer = questionQueries
                .findAnswer(id, author)
                .filter(found -> isBy(found.author(), author))
                .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN_ANSWER));
        String url = questionQueries
                .find(answer.questionId(), author)
                .map(question -> question.item().url())
                .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN));
        String place = takeBack(
                PostId.answer(id),
                DraftPlace.answerTo(answer.questionId()),
                DraftText.body(answer.body()),
                author,
                () -> questions.withdrawAnswer(id, author));
        return to(url + "?draft=" + place + "#answer-form");
    }

    private Response comment(long id, Viewer author) {
        CommentView comment = commentQueries
                .find(id, author)
                .filter(found -> isBy(found.author(), author))
                .orElseThrow(() -> new CommentProblem(CommentProblem.Reason.UNKNOWN));
        String place = takeBack(
                PostId.comment(id),
                DraftPlace.commentOn(comment.post()),
                DraftText.body(comment.body()),
                author,
                () -> comments.withdraw(id, author));
        PostId post = comment.post();
        return to("/" + post.type().label() + "s/" + post.id() + "/comments?draft=" + place + "#comment-form");
    }

    private static boolean isBy(Author author, Viewer viewer) {
        return viewer.is(author.id());
    }

    /** The text is safe before the post goes, and goes on where it began; what may not go any more leaves no draft. */
    private String takeBack(PostId post, DraftPlace place, DraftText text, Viewer author, Runnable withdraw) {
        DraftSaved saved = drafts.save(author.id(), place.name(), text, DraftSeen.NOTHING);
        try {
            withdraw.run();
        } catch (Problem refused) {
            drafts.discard(saved.draft().id(), author.id());
            throw refused;
        }
        String change = DraftPlace.changeOf(post).name();
        Flash.say(request, Words.in(Language.of(request), "undo.done"), change);
        return saved.draft().place().name();
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
