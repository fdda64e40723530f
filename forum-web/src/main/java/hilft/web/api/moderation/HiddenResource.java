package hilft.web.api.moderation;

import hilft.forum.moderation.Moderations;
import hilft.forum.question.PostId;
import hilft.forum.question.PostType;
import hilft.web.api.http.Body;
import hilft.web.api.http.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether a post is hidden, with the moderator's reason for either. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class HiddenResource {

    @Inject
    Caller caller;

    @Inject
    Moderations moderations;

    abstract PostType type();

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void hide(@PathParam("id") long id, Body body) {
        moderations.hide(new PostId(type(), id), body.text("reason"), caller.member());
    }

    @DELETE
    @Consumes(MediaType.APPLICATION_JSON)
    public void restore(@PathParam("id") long id, Body body) {
        moderations.restore(new PostId(type(), id), body.text("reason"), caller.member());
    }

    @Path("questions/{id}/hidden")
    @RequestScoped
    public static class OfQuestion extends HiddenResource {

        @Override
        PostType type() {
            return PostType.QUESTION;
        }
    }

    @Path("comments/{id}/hidden")
    @RequestScoped
    public static class OfComment extends HiddenResource {
        @Override
        PostType type() {
            return PostType.COMMENT;
        }
    }

    @Path("answers/{id}/hidden")
    @RequestScoped
    public static class OfAnswer extends HiddenResource {

        @Override
        PostType type() {
            return PostType.ANSWER;
        }
    }
}
