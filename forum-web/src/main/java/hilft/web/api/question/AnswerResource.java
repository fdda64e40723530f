package hilft.web.api.question;

import hilft.forum.member.Viewer;
import hilft.forum.question.Questions;
import hilft.web.api.http.Body;
import hilft.web.api.http.BodyReader;
import hilft.web.api.http.Caller;
import hilft.web.api.http.IfMatch;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** One answer. */
@Path("answers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AnswerResource {

    @Inject
    Caller caller;

    @Inject
    Questions questions;

    @Inject
    Representations representations;

    @GET
    public AnswerJson get(@PathParam("id") long id) {
        return representations.answer(id, caller.viewer());
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, BodyReader.MERGE_PATCH})
    public AnswerJson edit(
            @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen, Body body) {
        Viewer editor = caller.member();
        AnswerJson before = representations.answer(id, editor);
        IfMatch.check(seen, before);
        questions.editAnswer(id, body.text("body", before.body()), body.text("reason"), before.version(), editor);
        return representations.answer(id, editor);
    }
}
