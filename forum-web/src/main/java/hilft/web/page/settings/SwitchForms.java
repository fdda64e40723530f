package hilft.web.page.settings;

import hilft.web.faces.Language;
import hilft.web.faces.Theme;
import hilft.web.page.LocalPath;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The switches at the foot of each page: language and theme, kept in cookies, with or without an account. */
@Path("/")
@RequestScoped
public class SwitchForms {
    private static final int YEAR = 31_536_000;

    @Inject
    HttpServletRequest request;

    @POST
    @Path("language")
    public Response language(
            @FormParam("language") @Nullable String language, @FormParam("returnTo") @Nullable String returnTo) {
        Response.ResponseBuilder back = back(returnTo);
        Language.chosen(language).ifPresent(known -> back.cookie(cookie(Language.COOKIE, known.getLanguage(), YEAR)));
        return back.build();
    }

    @POST
    @Path("theme")
    public Response theme(
            @FormParam("theme") @Nullable String theme, @FormParam("returnTo") @Nullable String returnTo) {
        String known = Theme.named(theme);
        boolean system = known.equals(Theme.SYSTEM);
        return back(returnTo)
                .cookie(cookie(Theme.COOKIE, system ? "" : known, system ? 0 : YEAR))
                .build();
    }

    private static Response.ResponseBuilder back(@Nullable String returnTo) {
        return Response.seeOther(URI.create(LocalPath.of(returnTo)));
    }

    // Scripts may read and write the theme: the page changes it without a round trip.
    private NewCookie cookie(String name, String value, int maxAge) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .sameSite(SameSite.LAX)
                .secure(request.isSecure())
                .build();
    }
}
