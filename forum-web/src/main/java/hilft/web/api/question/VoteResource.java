package hilft.web.api.question;

import hilft.forum.question.PostId;
import hilft.forum.question.PostType;
import hilft.forum.vote.Votes;
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

/** The caller's vote on a post. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class VoteResource {

    @Inject
    Caller caller;

    @Inject
    Votes votes;

    abstract PostType type();

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void cast(@PathParam("id") long id, Body body) {
        long value = body.number("value");
        votes.cast(
                new PostId(type(), id),
                Math.abs(value) == 1 ? (int) value : 0,
                caller.member().id());
    }

    @DELETE
    public void withdraw(@PathParam("id") long id) {
        votes.withdraw(new PostId(type(), id), caller.member().id());
    }

    @Path("questions/{id}/vote")
    @RequestScoped
    public static class OfQuestion extends VoteResource {

        @Override
        PostType type() {
            return PostType.QUESTION;
        }
    }

    @Path("answers/{id}/vote")
    @RequestScoped
    public static class OfAnswer extends VoteResource {

        @Override
        PostType type() {
            return PostType.ANSWER;
        }
    }
}
