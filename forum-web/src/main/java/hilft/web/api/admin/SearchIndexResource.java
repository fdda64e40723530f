package hilft.web.api.admin;

import hilft.forum.search.upkeep.Upkeep;
import hilft.web.api.http.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The search index: its state, and having it built anew. */
@Path("admin/search-index")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SearchIndexResource {

    @Inject
    Caller caller;

    @Inject
    Upkeep upkeep;

    @GET
    public SearchIndexJson get() {
        caller.admin();
        return SearchIndexJson.of(upkeep.state());
    }

    /** Every node builds a new index in the place of its present one, which answers until then. */
    @POST
    public Response rebuild() {
        caller.admin();
        upkeep.rebuild();
        return Response.accepted(SearchIndexJson.of(upkeep.state())).build();
    }
}
