package hilft.web.api.member;

import hilft.rewards.leaderboard.Leaderboard;
import hilft.rewards.leaderboard.LeaderboardLine;
import hilft.rewards.leaderboard.Period;
import hilft.web.api.http.Listing;
import hilft.web.api.http.Paging;
import hilft.web.api.problem.ApiProblem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who helped most in a time; it is no longer than its limit, so there is no next part. */
@Path("leaderboard")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class LeaderboardResource {

    @Inject
    Leaderboard leaderboard;

    @Inject
    Authors authors;

    @GET
    public Listing<PlaceJson> list(
            @QueryParam("period") @DefaultValue("week") String period,
            @QueryParam("category") @Nullable String category,
            @BeanParam Paging paging) {
        List<LeaderboardLine> lines = leaderboard.list(
                Period.find(period).orElseThrow(() -> ApiProblem.parameter("period")), category, paging.limit());
        Map<Long, AuthorJson> members = authors.of(lines.stream().map(LeaderboardLine::member));
        return Listing.all(lines.stream()
                .map(line -> new PlaceJson(
                        line.place(),
                        Objects.requireNonNull(members.get(line.member().id())),
                        line.points(),
                        line.solutions()))
                .toList());
    }
}
