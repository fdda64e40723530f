package hilft.web.api.event;

import hilft.rewards.event.Candidate;
import hilft.rewards.event.EventProblem;
import hilft.rewards.event.EventQueries;
import hilft.rewards.leaderboard.Period;
import hilft.web.api.http.Caller;
import hilft.web.api.http.Listing;
import hilft.web.api.http.Paging;
import hilft.web.api.member.AuthorJson;
import hilft.web.api.member.Authors;
import hilft.web.api.problem.ApiProblem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

import static hilft.rewards.event.EventProblem.Reason.UNKNOWN;

/** Whom marketing may invite, the best helpers of a time first; no longer than its limit, so there is no next part. */
@Path("events/{id}/candidates")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CandidatesResource {

    @Inject
    Caller caller;

    @Inject
    EventQueries queries;

    @Inject
    Authors authors;

    @GET
    public Listing<CandidateJson> list(
            @PathParam("id") long eventId,
            @QueryParam("period") @DefaultValue("quarter") String period,
            @QueryParam("category") @Nullable String category,
            @BeanParam Paging paging) {
        long memberId = caller.marketing().id();
        Period time = Period.find(period).orElseThrow(() -> ApiProblem.parameter("period"));
        if (queries.find(eventId, memberId, true).isEmpty()) throw new EventProblem(UNKNOWN);
        List<Candidate> candidates = queries.candidates(eventId, time, category, paging.limit());
        Map<Long, AuthorJson> members = authors.of(candidates.stream().map(Candidate::member));
        return Listing.all(candidates.stream()
                .map(candidate -> new CandidateJson(
                        candidate.place(),
                        Objects.requireNonNull(members.get(candidate.member().id())),
                        candidate.points(),
                        candidate.solutions(),
                        candidate.invitation() == null
                                ? null
                                : candidate.invitation().label(),
                        candidate.mayBeInvited()))
                .toList());
    }
}
