package hilft.web.api.mine;

import hilft.forum.bookmark.Bookmarks;
import hilft.forum.question.PostId;
import hilft.web.api.http.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether the caller keeps a post. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class BookmarkResource {

    @Inject
    Caller caller;

    @Inject
    Bookmarks bookmarks;

    abstract PostId post(long id);

    @PUT
    public void keep(@PathParam("id") long id) {
        bookmarks.keep(post(id), caller.member());
    }

    @DELETE
    public void letGo(@PathParam("id") long id) {
        bookmarks.letGo(post(id), caller.member().id());
    }

    /** Of a question. */
    @Path("questions/{id}/bookmark")
    @RequestScoped
    public static class OfQuestion extends BookmarkResource {
        @Override
        PostId post(long id) {
            return PostId.question(id);
        }
    }

    /** Of an answer. */
    @Path("answers/{id}/bookmark")
    @RequestScoped
    public static class OfAnswer extends BookmarkResource {
        @Override
        PostId post(long id) {
            return PostId.answer(id);
        }
    }
}
