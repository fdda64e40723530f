package hilft.web.api.search;

import hilft.forum.search.Search;
import hilft.forum.search.SearchHit;
import hilft.web.api.http.Listing;
import hilft.web.api.http.Paging;
import hilft.web.api.question.QuestionItemJson;
import hilft.web.api.question.Representations;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Questions by their words, the best match first. */
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SearchResource {

    @Inject
    Search search;

    @Inject
    Representations representations;

    @GET
    public Listing<QuestionItemJson> find(@QueryParam("q") @DefaultValue("") String query, @BeanParam Paging paging) {
        return Listing.of(
                search.find(query, paging.after(), paging.limit()),
                hits -> representations.items(
                        hits.stream().map(SearchHit::question).toList()));
    }
}
