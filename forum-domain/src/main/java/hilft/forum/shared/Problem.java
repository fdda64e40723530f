package hilft.forum.shared;

import java.util.List;
import java.util.Locale;

/** What a use case refuses; pages and the API translate it by its code ({@code problem.<feature>.<reason>}). */
public abstract class Problem extends RuntimeException {

    /** Decides the status of the answer: 422, 403, 404, 409, 412, 413, 415, 429, 503 and 507 in this order. */
    public enum Kind {
        INVALID,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        STALE,
        TOO_LARGE,
        UNSUPPORTED,
        TOO_MANY,
        UNAVAILABLE,
        STORAGE_FULL
    }

    private final Kind kind;
    private final String code;
    private final transient List<FieldError> errors;

    protected Problem(Kind kind, String feature, Enum<?> reason, List<FieldError> errors) {
        this(kind, feature + "." + reason.name().toLowerCase(Locale.ROOT), errors);
    }

    private Problem(Kind kind, String code, List<FieldError> errors) {
        super(code, null, false, false);
        this.kind = kind;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    public Kind kind() {
        return kind;
    }

    /** {@code <feature>.<reason>}, for example {@code question.locked}. */
    public String code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** After how many seconds it makes sense to try again; 0 if waiting changes nothing. */
    public long retryAfterSeconds() {
        return 0;
    }
}
