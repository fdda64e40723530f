package hilft.web.api.channel;

import hilft.forum.channel.LinkOuts;
import hilft.forum.idempotency.IdempotentRequests;
import hilft.forum.member.Viewer;
import hilft.web.api.http.Body;
import hilft.web.api.http.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Links an official answer out on a channel. */
@Path("answers/{id}/link-outs")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AnswerLinkOutsResource {

    @Inject
    Caller caller;

    @Inject
    LinkOuts linkOuts;

    @Inject
    IdempotentRequests requests;

    @Inject
    LinkOutRepresentations representations;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response send(
            @PathParam("id") long answerId, @HeaderParam("Idempotency-Key") @Nullable String key, Body body) {
        Viewer staff = caller.staff();
        Typed typed = Typed.of(body);
        String request = "POST /answers/" + answerId + "/link-outs " + body.raw();
        long id = requests.once(
                staff.id(),
                key,
                request,
                () -> linkOuts.send(staff.id(), answerId, typed.channel(), typed.text(), typed.replyTo()));
        return Response.created(URI.create("link-outs/" + id))
                .entity(representations.get(id))
                .build();
    }
}
