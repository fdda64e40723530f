package hilft.web.api.search;

import hilft.forum.member.MemberView;
import hilft.forum.similar.SimilarQuestions;
import hilft.web.api.http.Listing;
import hilft.web.api.http.Paging;
import hilft.web.api.problem.ApiProblem;
import hilft.web.security.CurrentMember;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;

/** Questions that may already hold the answer to a text, in whichever words and in either language it asks. */
@Path("similar")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SimilarResource {

    private static final int DEFAULT = 5;
    private static final int MAX = 20;

    @Inject
    CurrentMember currentMember;

    @Inject
    SimilarQuestions similar;

    @GET
    public Listing<SimilarJson> find(@QueryParam("text") @DefaultValue("") String text, @BeanParam Paging paging) {
        return Listing.all(
                similar.ask(text, paging.limit(DEFAULT, MAX), blocked()).orElseThrow(ApiProblem::unavailable).stream()
                        .map(SimilarJson::of)
                        .toList());
    }

    /** A choice of the forum's names nobody whom the caller has blocked. */
    private Set<Long> blocked() {
        return currentMember.find().map(MemberView::blocked).orElse(Set.of());
    }
}
