package hilft.web.api.search;

import hilft.forum.search.Search;
import hilft.web.api.http.Listing;
import hilft.web.api.http.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Questions that may already hold the answer to a text; as good as the search, until an engine of its own is behind it. */
@Path("similar")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SimilarResource {

    private static final int DEFAULT = 5;
    private static final int MAX = 20;

    @Inject
    Search search;

    @GET
    public Listing<SimilarJson> find(@QueryParam("text") @DefaultValue("") String text, @BeanParam Paging paging) {
        return Listing.all(search.find(text, null, paging.limit(DEFAULT, MAX)).items().stream()
                .map(SimilarJson::of)
                .toList());
    }
}
