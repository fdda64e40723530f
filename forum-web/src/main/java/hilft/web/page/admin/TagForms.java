package hilft.web.page.admin;

import hilft.forum.tag.TagQueries;
import hilft.forum.tag.Tags;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Releases a synonym. */
@Path("tags/separate")
@RequestScoped
public class TagForms {
    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    Tags tags;

    @Inject
    TagQueries queries;

    @POST
    public Response separate(@FormParam("tag") @Nullable String tag) {
        String name = tag == null ? "" : tag;
        String main = queries.main(name);
        tags.separate(name, visitor.viewer());
        Flash.say(request, Words.in(Language.of(request), "admin.tag.separated"));
        return Response.seeOther(URI.create(EditTagPage.url(main))).build();
    }
}
