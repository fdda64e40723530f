package hilft.web.api.category;

import hilft.forum.category.Categories;
import hilft.forum.category.CategoryProblem;
import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryRules;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

import static hilft.forum.category.CategoryProblem.Reason.UNKNOWN;

/** Categories: everybody reads them, admins make and change them. */
@Path("categories")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CategoriesResource {

    private static final CategoryJson NOTHING = new CategoryJson(
            "", "", CategoryRules.USUAL_COLOUR, "", "", "", "", "", "", "", "", List.of(), false, 0, 0);

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

    /** Those in which questions are asked, or the archived ones. */
    @GET
    public Listing<CategoryJson> list(@QueryParam("archived") @Nullable String archived) {
        Map<Long, Long> counts = questions.countsByCategory();
        return Listing.all(("true".equals(archived) ? queries.archived() : queries.list())
                .stream()
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
        CategoryText text = text(body, NOTHING);
        requests.once(admin.id(), key, "POST /categories " + body.raw(), () -> categories.create(text, admin));
        return Response.created(URI.create("categories/" + text.slug()))
                .entity(get(text.slug()))
                .build();
    }

    /** Changes what is named and leaves the rest; a former slug leads to the category for ever. */
    @PATCH
    @Path("{slug}")
    @Consumes({MediaType.APPLICATION_JSON, BodyReader.MERGE_PATCH})
    public CategoryJson change(
            @PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen, Body body) {
        Viewer admin = caller.member();
        CategoryJson before = get(slug);
        IfMatch.check(seen, before);
        CategoryText text = text(body, before);
        categories.change(before.slug(), text, before.version(), admin);
        return get(text.slug());
    }

    private static CategoryText text(Body body, CategoryJson before) {
        return new CategoryText(
                body.text("slug", before.slug()),
                body.text("icon", before.icon()),
                body.text("colour", before.colour()),
                body.text("nameDe", before.nameDe()),
                body.text("nameEn", before.nameEn()),
                body.text("descriptionDe", before.descriptionDe()),
                body.text("descriptionEn", before.descriptionEn()),
                body.text("templateDe", before.templateDe()),
                body.text("templateEn", before.templateEn()),
                body.text("rulesDe", before.rulesDe()),
                body.text("rulesEn", before.rulesEn()),
                body.texts("moderators", before.moderators()));
    }
}
