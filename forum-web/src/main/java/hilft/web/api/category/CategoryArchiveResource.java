package hilft.web.api.category;

import hilft.forum.category.Categories;
import hilft.web.api.http.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** An admin archives a category and brings it back; neither touches its questions. */
@Path("categories/{slug}/archive")
@RequestScoped
public class CategoryArchiveResource {

    @Inject
    Caller caller;

    @Inject
    Categories categories;

    @PUT
    public void archive(@PathParam("slug") String slug) {
        categories.archive(slug, caller.member());
    }

    @DELETE
    public void bringBack(@PathParam("slug") String slug) {
        categories.bringBack(slug, caller.member());
    }
}
