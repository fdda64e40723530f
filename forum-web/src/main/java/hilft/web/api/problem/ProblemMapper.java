package hilft.web.api.problem;

import hilft.web.security.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers everything that is thrown with problem details (RFC 9457); what we did not foresee is logged and told by its request id alone. */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());
    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    private static final Set<String> KNOWN = Set.of("de", "en");

    @Inject
    @ConfigProperty(name = "hilft.default-language", defaultValue = "de")
    String standard;

    @Context
    HttpServletRequest request;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable thrown) {
        Refusal refusal = Refusal.from(thrown);
        String requestId = Objects.requireNonNullElse(RequestId.current(), "");
        if (refusal.isCrash()) {
            LOG.log(Level.ERROR, "The API failed at " + request.getMethod() + " " + request.getRequestURI(), thrown);
        }
        Locale language = language();
        Response.ResponseBuilder answer = Response.status(refusal.status())
                .type(PROBLEM)
                .language(language)
                .header("Cache-Control", "no-store")
                .entity(body(refusal, language, requestId));
        refusal.headers().forEach(answer::header);
        return answer.build();
    }

    /** Accept-Language alone decides: a client of the API has no cookie, and a page's script sends its page's language. */
    private Locale language() {
        return headers.getAcceptableLanguages().stream()
                .filter(wish -> KNOWN.contains(wish.getLanguage()))
                .findFirst()
                .map(wish -> Locale.forLanguageTag(wish.getLanguage()))
                .orElseGet(() -> Locale.forLanguageTag(standard));
    }

    private static String body(Refusal refusal, Locale language, String requestId) {
        ProblemTexts texts = new ProblemTexts(language);
        JsonArrayBuilder errors = Json.createArrayBuilder();
        refusal.errors()
                .forEach(error -> errors.add(Json.createObjectBuilder()
                        .add("field", error.field())
                        .add("code", error.code())
                        .add("message", texts.of(error.code(), error.min(), error.max()))));
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("type", "urn:hilft:problem:" + refusal.code())
                .add("title", texts.of(refusal.code()))
                .add("status", refusal.status())
                .add("code", refusal.code())
                .add("requestId", requestId);
        return (refusal.errors().isEmpty() ? body : body.add("errors", errors))
                .build()
                .toString();
    }
}
