package hilft.web.page.admin;

import hilft.forum.category.Categories;
import hilft.web.faces.Language;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

/** Puts categories in order, archives them and brings them back. */
@Path("categories/{slug}")
@RequestScoped
public class CategoryForms {
    private static final String LIST = "/admin/categories";

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    Categories categories;

    /** Says where to, not by how much: pressed twice it is done once. */
    @POST
    @Path("position")
    public Response move(
            @PathParam("slug") String slug, @FormParam("place") int place, @FormParam("to") String direction) {
        categories.move(slug, place, visitor.viewer());
        return Response.seeOther(UriBuilder.fromPath(LIST)
                        .queryParam("moved", "{slug}")
                        .queryParam("to", "down".equals(direction) ? "down" : "up")
                        .build(slug))
                .build();
    }

    @POST
    @Path("archive")
    public Response archive(@PathParam("slug") String slug) {
        categories.archive(slug, visitor.viewer());
        return done("admin.categories.archived");
    }

    @POST
    @Path("bring-back")
    public Response bringBack(@PathParam("slug") String slug) {
        categories.bringBack(slug, visitor.viewer());
        return done("admin.categories.broughtBack");
    }

    private Response done(String key) {
        Flash.say(request, Words.in(Language.of(request), key));
        return Response.seeOther(UriBuilder.fromPath(LIST).build()).build();
    }
}
