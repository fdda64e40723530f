package hilft.web.api.member;

import hilft.forum.attachment.Avatars;
import hilft.web.api.http.Caller;
import hilft.web.api.problem.ApiProblem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;

/** The picture that stands for the caller. */
@Path("me/avatar")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AvatarResource {

    @Inject
    Caller caller;

    @Inject
    Avatars avatars;

    /** The content decides what it is, not the content type. */
    @PUT
    @Consumes(MediaType.WILDCARD)
    public void wear(InputStream content) {
        long memberId = caller.member().id();
        try {
            avatars.wear(memberId, content);
        } catch (IOException brokenOff) {
            throw ApiProblem.malformed();
        }
    }

    @DELETE
    public void takeOff() {
        avatars.takeOff(caller.member().id());
    }
}
