package hilft.web.api.mine;

import hilft.forum.bookmark.Bookmarks;
import hilft.web.api.http.Caller;
import hilft.web.api.http.Listing;
import hilft.web.api.http.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What the caller keeps. */
@Path("me/bookmarks")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class BookmarksResource {

    @Inject
    Caller caller;

    @Inject
    Bookmarks bookmarks;

    @GET
    public Listing<BookmarkJson> list(@BeanParam Paging paging) {
        return Listing.of(
                bookmarks.page(caller.member().id(), paging.after(), paging.limit()),
                items -> items.stream().map(BookmarkJson::of).toList());
    }
}
