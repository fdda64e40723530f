package hilft.web.api.problem;

import hilft.web.security.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Objects;

/** Answers everything that is thrown; what we did not foresee is logged and told by its request id alone. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());

    @Context
    HttpServletRequest request;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable thrown) {
        Refusal refusal = Refusal.from(thrown);
        if (refusal.isCrash()) {
            LOG.log(Level.ERROR, "The API failed at " + request.getMethod() + " " + request.getRequestURI(), thrown);
        }
        Locale language = ProblemLanguage.of(headers.getAcceptableLanguages());
        String requestId = Objects.requireNonNullElse(RequestId.current(), "");
        Response.ResponseBuilder answer = Response.status(refusal.status())
                .type(ProblemDetails.TYPE)
                .language(language)
                .header("Cache-Control", "no-store")
                .entity(new ProblemDetails(refusal, language, requestId).json());
        refusal.headers().forEach(answer::header);
        return answer.build();
    }
}
