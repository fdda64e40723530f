package hilft.web.api.draft;

import hilft.forum.draft.DraftEntry;
import hilft.forum.draft.DraftPlace;
import hilft.forum.draft.DraftProblem;
import hilft.forum.draft.DraftQueries;
import hilft.forum.draft.DraftSaved;
import hilft.forum.draft.DraftSeen;
import hilft.forum.draft.DraftText;
import hilft.forum.draft.Drafts;
import hilft.web.api.http.Body;
import hilft.web.api.http.Caller;
import hilft.web.api.http.Listing;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

import static hilft.forum.draft.DraftProblem.Reason.UNKNOWN;

/** What the caller is writing; nobody else reads it. */
@Path("me/drafts")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class DraftsResource {

    @Inject
    Caller caller;

    @Inject
    Drafts drafts;

    @Inject
    DraftQueries queries;

    /** All, or the one at a place as a list of one or none. */
    @GET
    public Listing<DraftJson> list(@QueryParam("place") @Nullable String place) {
        long me = caller.member().id();
        if (place == null) {
            return Listing.all(queries.list(me).stream()
                    .map(DraftEntry::draft)
                    .map(draft -> DraftJson.of(draft, null))
                    .toList());
        }
        return Listing.all(
                DraftPlace.find(place)
                        .flatMap(found -> queries.find(found, me))
                        .map(draft -> DraftJson.of(draft, null))
                        .stream()
                        .toList());
    }

    @GET
    @Path("{id}")
    public DraftJson get(@PathParam("id") long id) {
        return queries.find(id, caller.member().id())
                .map(draft -> DraftJson.of(draft, null))
                .orElseThrow(() -> new DraftProblem(UNKNOWN));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response save(Body body) {
        long me = caller.member().id();
        DraftText text = new DraftText(
                body.text("title"),
                body.text("category"),
                body.text("tags"),
                body.text("reason"),
                body.text("body"),
                number(body, "base"));
        DraftSeen seen = new DraftSeen(body.text("writer"), or(number(body, "id")), or(number(body, "version")));
        DraftSaved saved = drafts.save(me, body.text("place"), text, seen);
        return Response.created(URI.create("me/drafts/" + saved.draft().id()))
                .entity(DraftJson.of(saved.draft(), saved.setAside()))
                .build();
    }

    private static @Nullable Long number(Body body, String field) {
        return body.has(field) ? Long.valueOf(body.number(field)) : null;
    }

    private static long or(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    /** Gone for good: whoever wants it back asks the page, not the API. */
    @DELETE
    @Path("{id}")
    public void discard(@PathParam("id") long id) {
        drafts.discard(id, caller.member().id());
    }
}
