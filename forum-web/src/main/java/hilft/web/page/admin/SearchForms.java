package hilft.web.page.admin;

import hilft.forum.member.Role;
import hilft.forum.member.Viewer;
import hilft.forum.search.upkeep.Upkeep;
import hilft.forum.similar.calibration.Calibrations;
import hilft.forum.similar.calibration.Targets;
import hilft.web.faces.Language;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What admins set going for the search. */
@Path("search")
@RequestScoped
public class SearchForms {
    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    Upkeep upkeep;

    @Inject
    Calibrations calibrations;

    @POST
    @Path("rebuild")
    public Response rebuild() {
        admin();
        upkeep.rebuild();
        return done("admin.index.rebuilding", "/admin/search/index");
    }

    @POST
    @Path("calibration")
    public Response calibrate(
            @FormParam("language") @Nullable String language,
            @FormParam("answers") int answers,
            @FormParam("suggestions") int suggestions) {
        String spoken = ConfidencePage.language(language);
        calibrations.apply(spoken, new Targets(answers, suggestions), admin());
        calibrations.adopt();
        return done("admin.confidence.applied", ConfidencePage.url(spoken));
    }

    @POST
    @Path("calibration/reset")
    public Response reset(@FormParam("language") @Nullable String language) {
        String spoken = ConfidencePage.language(language);
        calibrations.reset(spoken, admin());
        calibrations.adopt();
        return done("admin.confidence.wasReset", ConfidencePage.url(spoken));
    }

    private Response done(String key, String path) {
        Flash.say(request, Words.in(Language.of(request), key));
        return Response.seeOther(URI.create(path)).build();
    }

    private Viewer admin() {
        Viewer viewer = visitor.viewer();
        if (!viewer.isMember()) viewer.id();
        if (!viewer.roles().contains(Role.ADMIN)) throw new ForbiddenException();
        return viewer;
    }
}
