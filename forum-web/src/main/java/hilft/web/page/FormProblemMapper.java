package hilft.web.page;

import hilft.forum.shared.Problem;
import hilft.web.faces.Language;
import hilft.web.faces.ProblemHandler;
import hilft.web.faces.Words;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A refused form leads back to the page it came from, which says why; somebody signed out is led to the login. */
public class FormProblemMapper implements ExceptionMapper<Problem> {
    @Inject
    HttpServletRequest request;

    @Override
    public Response toResponse(Problem problem) {
        String back = cameFrom(request.getHeader("Referer"));
        if (ProblemHandler.isSignedOut(problem)) {
            return Response.seeOther(UriBuilder.fromPath("/login")
                            .queryParam("returnTo", "{back}")
                            .build(back))
                    .build();
        }
        Flash.say(request, Words.in(Language.of(request), "problem." + problem.code()));
        return Response.seeOther(URI.create(back)).build();
    }

    private static String cameFrom(@Nullable String referer) {
        if (referer == null) return "/";
        try {
            URI uri = URI.create(referer);
            String query = uri.getRawQuery();
            return LocalPath.of(query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query);
        } catch (IllegalArgumentException noUri) {
            return "/";
        }
    }
}
