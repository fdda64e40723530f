package hilft.web.api.moderation;

import hilft.forum.idempotency.IdempotentRequests;
import hilft.forum.member.Viewer;
import hilft.forum.moderation.FlagView;
import hilft.forum.moderation.Flags;
import hilft.forum.moderation.ModerationQueries;
import hilft.forum.moderation.Moderations;
import hilft.forum.question.PostId;
import hilft.web.api.http.Body;
import hilft.web.api.http.Caller;
import hilft.web.api.http.Listing;
import hilft.web.api.http.Paging;
import hilft.web.api.member.AuthorJson;
import hilft.web.api.member.Authors;
import hilft.web.security.RateLimits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Flags: any member raises one, moderators see the open ones, those of a category what concerns it. */
@Path("flags")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class FlagsResource {

    @Inject
    Caller caller;

    @Inject
    Flags flags;

    @Inject
    Moderations moderations;

    @Inject
    ModerationQueries queries;

    @Inject
    IdempotentRequests requests;

    @Inject
    RateLimits rateLimits;

    @Inject
    Authors authors;

    @GET
    public Listing<FlagJson> list(@BeanParam Paging paging) {
        return Listing.of(queries.flags(caller.moderator(), paging.after(), paging.limit()), this::representations);
    }

    private List<FlagJson> representations(List<FlagView> views) {
        Map<Long, AuthorJson> known =
                authors.of(views.stream().flatMap(view -> Stream.of(view.author(), view.reporter())));
        return views.stream()
                .map(view -> FlagJson.of(
                        view,
                        Objects.requireNonNull(known.get(view.author().id())),
                        Objects.requireNonNull(known.get(view.reporter().id()))))
                .toList();
    }

    /** Answers without Location: whoever raised a flag does not follow it. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response flag(@HeaderParam("Idempotency-Key") @Nullable String key, Body body) {
        Viewer reporter = caller.member();
        rateLimits.take(RateLimits.Limit.FLAG);
        Body target = body.object("target");
        PostId post = PostId.of(target.text("type"), target.number("id"));
        String reason = body.text("reason");
        String note = body.text("note");
        long id = requests.once(
                reporter.id(), key, "POST /flags " + body.raw(), () -> flags.flag(post, reason, note, reporter.id()));
        return Response.status(Response.Status.CREATED)
                .entity(new RaisedFlagJson(id, PostJson.of(post), reason, note))
                .build();
    }

    /** Nothing is wrong with the post: all its open flags end. */
    @PUT
    @Path("{id}/dismissal")
    @Consumes(MediaType.APPLICATION_JSON)
    public void dismiss(@PathParam("id") long id, Body body) {
        moderations.dismiss(id, body.text("reason"), caller.member());
    }
}
