package hilft.web.api.moderation;

import hilft.forum.moderation.Moderations;
import hilft.web.api.http.Body;
import hilft.web.api.http.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The category a question stands in; a moderator moves it with a reason. */
@Path("questions/{id}/category")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class QuestionCategoryResource {

    @Inject
    Caller caller;

    @Inject
    Moderations moderations;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void move(@PathParam("id") long questionId, Body body) {
        moderations.move(questionId, body.text("category"), body.text("reason"), caller.member());
    }
}
