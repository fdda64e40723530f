package hilft.web.api.admin;

import hilft.forum.search.record.SearchRecordQueries;
import hilft.forum.similar.deflection.DeflectionQueries;
import hilft.web.api.http.Caller;
import hilft.web.api.problem.ApiProblem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** What is answered before it is asked, and what is searched. */
@Path("admin/search-figures")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SearchFiguresResource {

    private static final int ROWS = 100;
    private static final int LONGEST = 90;

    @Inject
    Caller caller;

    @Inject
    DeflectionQueries deflections;

    @Inject
    SearchRecordQueries searches;

    /** Of 1 to 90 days that end today; the first hundred of each list. */
    @GET
    public SearchFiguresJson get(@QueryParam("days") @DefaultValue("30") String typed) {
        caller.admin();
        int days = days(typed);
        return SearchFiguresJson.of(
                days,
                deflections.figures(days),
                searches.unfound(days, ROWS),
                searches.most(days, ROWS),
                deflections.repeated(days, ROWS));
    }

    private static int days(String typed) {
        if (typed.matches("\\d{1,2}")) {
            int days = Integer.parseInt(typed);
            if (days >= 1 && days <= LONGEST) {
                return days;
            }
        }
        throw ApiProblem.parameter("days");
    }
}
