package hilft.web.api.text;

import hilft.forum.attachment.Attachments;
import hilft.forum.member.MemberQueries;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionRules;
import hilft.forum.shared.FieldError;
import hilft.forum.text.Input;
import hilft.forum.text.Markdown;
import hilft.web.api.http.Body;
import hilft.web.api.http.Caller;
import hilft.web.api.problem.ApiProblem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static hilft.forum.question.QuestionProblem.Reason.INVALID;

/** Shows a text by the renderer that writes posts, or that of comments; nothing is kept. */
@Path("text/preview")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class PreviewResource {

    private static final String POST = "post";
    private static final String COMMENT = "comment";

    @Inject
    Markdown markdown;

    @Inject
    Attachments attachments;

    @Inject
    MemberQueries members;

    @Inject
    Caller caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public HtmlJson render(Body body) {
        String text = Input.text(body.text("markdown"));
        if (Input.length(text) > QuestionRules.BODY_MAX) {
            throw new QuestionProblem(
                    INVALID, new FieldError("markdown", "question.body_length", 0, QuestionRules.BODY_MAX));
        }
        @Nullable Long memberId = caller.viewer().memberId();
        Set<String> named = members.leading(markdown.mentions(text));
        return new HtmlJson(
                switch (body.text("as", POST)) {
                    case POST -> markdown.toHtml(text, attachments.pictures(markdown, text, memberId), named);
                    case COMMENT ->
                        markdown.toCommentHtml(text, attachments.commentPictures(markdown, text, memberId), named);
                    default -> throw ApiProblem.wrongType("as");
                });
    }
}
