package hilft.web.api.attachment;

import hilft.forum.attachment.AttachmentView;
import hilft.forum.attachment.Attachments;
import hilft.web.api.http.Caller;
import hilft.web.api.problem.ApiProblem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Takes pictures for posts that are still being written. */
@Path("attachments")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AttachmentsResource {

    @Inject
    Caller caller;

    @Inject
    Attachments attachments;

    /** The content decides what it is, not the content type. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response upload(@QueryParam("name") @Nullable String name, InputStream content) {
        long memberId = caller.member().id();
        try {
            AttachmentView view = attachments.upload(memberId, name, content);
            return Response.created(URI.create(view.url()))
                    .entity(AttachmentJson.of(view))
                    .build();
        } catch (IOException brokenOff) {
            throw ApiProblem.malformed();
        }
    }
}
