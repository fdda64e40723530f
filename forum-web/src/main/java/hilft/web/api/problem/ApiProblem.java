package hilft.web.api.problem;

import hilft.forum.shared.FieldError;
import java.util.List;

/** What the API itself refuses, before any use case sees it. */
public final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<FieldError> errors;

    private ApiProblem(int status, String reason, FieldError... errors) {
        super(reason, null, false, false);
        this.status = status;
        this.code = "api." + reason;
        this.errors = List.of(errors);
    }

    /** The body is no JSON object in UTF-8. */
    public static ApiProblem malformed() {
        return new ApiProblem(400, "malformed");
    }

    /** A field of the body has another type than it should. */
    public static ApiProblem wrongType(String field) {
        return new ApiProblem(400, "malformed", FieldError.of(field, "api.wrong_type"));
    }

    /** A parameter of the address has a value it cannot have. */
    public static ApiProblem parameter(String name) {
        return new ApiProblem(400, "parameter", FieldError.of(name, "api.wrong_value"));
    }

    /** A field of the body has a value it cannot have. */
    public static ApiProblem invalid(String field) {
        return new ApiProblem(422, "invalid", FieldError.of(field, "api.wrong_value"));
    }

    /** The caller has not the role. */
    public static ApiProblem forbidden() {
        return new ApiProblem(403, "forbidden");
    }

    public static ApiProblem tooLarge() {
        return new ApiProblem(413, "too_large");
    }

    /** A change has to say which version it changes. */
    public static ApiProblem preconditionRequired() {
        return new ApiProblem(428, "precondition_required");
    }

    /** What the answer needs is away for a moment. */
    public static ApiProblem unavailable() {
        return new ApiProblem(503, "unavailable");
    }

    public static ApiProblem stale() {
        return new ApiProblem(412, "stale");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    List<FieldError> errors() {
        return errors;
    }
}
