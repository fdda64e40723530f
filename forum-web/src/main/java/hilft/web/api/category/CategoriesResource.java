package hilft.web.api.category;

import hilft.forum.category.Categories;
import hilft.forum.category.CategoryProblem;
import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryText;
import hilft.forum.category.CategoryView;
import hilft.forum.idempotency.IdempotentRequests;
import hilft.forum.member.Viewer;
import hilft.forum.question.QuestionQueries;
import hilft.web.api.http.Body;
import hilft.web.api.http.BodyReader;
import hilft.web.api.http.Caller;
import hilft.web.api.http.IfMatch;
import hilft.web.api.http.Listing;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

import static hilft.forum.category.CategoryProblem.Reason.UNKNOWN;

/** Categories: everybody reads them, admins make and rename them. */
@Path("categories")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CategoriesResource {

    @Inject
    Caller caller;

    @Inject
    Categories categories;

    @Inject
    CategoryQueries queries;

    @Inject
    QuestionQueries questions;

    @Inject
    IdempotentRequests requests;

    @GET
    public Listing<CategoryJson> list() {
        Map<Long, Long> counts = questions.countsByCategory();
        return Listing.all(queries.list().stream()
                .map(view -> CategoryJson.of(view, counts.getOrDefault(view.id(), 0L)))
                .toList());
    }

    @GET
    @Path("{slug}")
    public CategoryJson get(@PathParam("slug") String slug) {
        CategoryView view = queries.find(slug).orElseThrow(() -> new CategoryProblem(UNKNOWN));
        return CategoryJson.of(view, questions.countsByCategory().getOrDefault(view.id(), 0L));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, Body body) {
        Viewer admin = caller.member();
        CategoryText text = new CategoryText(
                body.text("slug"),
                body.text("icon"),
                body.text("nameDe"),
                body.text("nameEn"),
                body.text("descriptionDe"),
                body.text("descriptionEn"),
                body.text("templateDe"),
                body.text("templateEn"));
        requests.once(
                admin.id(),
                key,
                "POST /categories " + body.raw(),
                () -> categories.create(text, admin).id());
        return Response.created(URI.create("categories/" + text.slug()))
                .entity(get(text.slug()))
                .build();
    }

    /** Changes what is named and leaves the rest; the slug stays, it is part of addresses. */
    @PATCH
    @Path("{slug}")
    @Consumes({MediaType.APPLICATION_JSON, BodyReader.MERGE_PATCH})
    public CategoryJson rename(
            @PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen, Body body) {
        Viewer admin = caller.member();
        CategoryJson before = get(slug);
        IfMatch.check(seen, before);
        categories.rename(
                new CategoryText(
                        slug,
                        body.text("icon", before.icon()),
                        body.text("nameDe", before.nameDe()),
                        body.text("nameEn", before.nameEn()),
                        body.text("descriptionDe", before.descriptionDe()),
                        body.text("descriptionEn", before.descriptionEn()),
                        body.text("templateDe", before.templateDe()),
                        body.text("templateEn", before.templateEn())),
                admin);
        return get(slug);
    }
}
