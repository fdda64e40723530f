package hilft.web.api.category;

import hilft.forum.category.Categories;
import hilft.web.api.http.Body;
import hilft.web.api.http.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;

/** An admin puts a category at a place in the order. */
@Path("categories/{slug}/position")
@RequestScoped
public class CategoryPositionResource {

    @Inject
    Caller caller;

    @Inject
    Categories categories;

    /** Beyond the ends is the end. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void move(@PathParam("slug") String slug, Body body) {
        long position = body.number("position");
        categories.move(slug, (int) Math.max(1, Math.min(position, 1_000_000)), caller.member());
    }
}
