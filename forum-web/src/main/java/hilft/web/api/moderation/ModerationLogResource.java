package hilft.web.api.moderation;

import hilft.forum.moderation.ModerationEntryView;
import hilft.forum.moderation.ModerationQueries;
import hilft.web.api.http.Caller;
import hilft.web.api.http.Listing;
import hilft.web.api.http.Paging;
import hilft.web.api.member.AuthorJson;
import hilft.web.api.member.Authors;
import hilft.web.api.problem.ApiProblem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What moderators decided, the latest first; it only grows. */
@Path("moderation-log")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ModerationLogResource {

    @Inject
    Caller caller;

    @Inject
    ModerationQueries queries;

    @Inject
    Authors authors;

    @GET
    public Listing<DecisionJson> list(@QueryParam("question") @Nullable String question, @BeanParam Paging paging) {
        return Listing.of(
                queries.log(caller.moderator(), question == null ? null : id(question), paging.after(), paging.limit()),
                this::representations);
    }

    private static Long id(String question) {
        try {
            return Long.valueOf(question);
        } catch (NumberFormatException noId) {
            throw ApiProblem.parameter("question");
        }
    }

    private List<DecisionJson> representations(List<ModerationEntryView> views) {
        Map<Long, AuthorJson> moderators = authors.of(views.stream().map(ModerationEntryView::moderator));
        return views.stream()
                .map(view -> DecisionJson.of(
                        view,
                        Objects.requireNonNull(moderators.get(view.moderator().id()))))
                .toList();
    }
}
