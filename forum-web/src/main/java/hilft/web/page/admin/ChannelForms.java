package hilft.web.page.admin;

import hilft.forum.member.Role;
import hilft.forum.member.Viewer;
import hilft.web.channel.x.XConnection;
import hilft.web.faces.Language;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Connects and disconnects the account on X. */
@Path("channels/x")
@RequestScoped
public class ChannelForms {
    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    XConnection connection;

    /** Leads to X, which asks the admin and leads back to {@link ChannelCallback}. */
    @POST
    @Path("connect")
    public Response connect() {
        return Response.seeOther(connection.begin(admin())).build();
    }

    @POST
    @Path("disconnect")
    public Response disconnect() {
        connection.disconnect(admin());
        Flash.say(request, Words.in(Language.of(request), "admin.channels.disconnected"));
        return Response.seeOther(URI.create("/admin/channels")).build();
    }

    private long admin() {
        Viewer viewer = visitor.viewer();
        long memberId = viewer.id();
        if (!viewer.roles().contains(Role.ADMIN)) throw new ForbiddenException();
        return memberId;
    }
}
