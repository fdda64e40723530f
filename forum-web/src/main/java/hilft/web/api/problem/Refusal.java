package hilft.web.api.problem;

import hilft.forum.shared.FieldError;
import hilft.forum.shared.Problem;
import hilft.web.health.Outage;
import hilft.web.security.NotSignedIn;
import hilft.web.security.TooManyRequests;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an exception means to the caller: a status, a code of the bundle, the fields concerned, headers. */
record Refusal(int status, String code, List<FieldError> errors, Map<String, String> headers) {

    private static final Refusal CRASH = of(500, "api.internal");
    private static final Refusal OUTAGE =
            new Refusal(503, "api.unavailable", List.of(), Map.of("Retry-After", Outage.RETRY_AFTER));
    private static final Refusal CONFLICT = of(409, "api.conflict");
    private static final Map<Integer, String> HTTP = Map.of(
            400, "malformed",
            401, "signed_out",
            403, "forbidden",
            404, "not_found",
            405, "method_not_allowed",
            406, "not_acceptable",
            413, "too_large",
            415, "unsupported_media_type");

    /** Duplicate key, deadlock and lock timeout: somebody else was faster, and trying again helps. */
    private static final Set<Integer> RACES = Set.of(1062, 1213, 1205, 1020);

    private static Refusal of(int status, String code) {
        return new Refusal(status, code, List.of(), Map.of());
    }

    /** The first cause that says something decides. */
    static Refusal from(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .flatMap(cause -> meaning(cause).stream())
                .findFirst()
                .orElse(CRASH);
    }

    boolean isCrash() {
        return equals(CRASH) || equals(OUTAGE);
    }

    private static Optional<Refusal> meaning(Throwable cause) {
        if (cause instanceof Problem problem) {
            return Optional.of(new Refusal(status(problem), problem.code(), problem.errors(), headers(problem)));
        }
        if (cause instanceof ApiProblem problem) {
            if (problem.status() == OUTAGE.status()) {
                return Optional.of(OUTAGE);
            }
            return Optional.of(new Refusal(problem.status(), problem.code(), problem.errors(), Map.of()));
        }
        if (cause instanceof NotSignedIn) {
            return Optional.of(new Refusal(401, "api.signed_out", List.of(), Map.of("WWW-Authenticate", "Bearer")));
        }
        if (cause instanceof TooManyRequests problem) {
            return Optional.of(new Refusal(
                    429,
                    "api.too_many_requests",
                    List.of(),
                    Map.of("Retry-After", String.valueOf(problem.retryAfterSeconds()))));
        }
        if (cause instanceof WebApplicationException http) {
            return Optional.of(from(http.getResponse()));
        }
        if (Outage.is(cause)) {
            return Optional.of(OUTAGE);
        }
        return isRace(cause) ? Optional.of(CONFLICT) : Optional.empty();
    }

    private static Map<String, String> headers(Problem problem) {
        long seconds = problem.retryAfterSeconds();
        return seconds > 0 ? Map.of("Retry-After", String.valueOf(seconds)) : Map.of();
    }

    private static int status(Problem problem) {
        return switch (problem.kind()) {
            case INVALID -> 422;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED -> 415;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
            case STORAGE_FULL -> 507;
        };
    }

    private static Refusal from(Response response) {
        Refusal refusal = from(response.getStatus());
        String allowed = response.getHeaderString("Allow");
        return allowed == null
                ? refusal
                : new Refusal(refusal.status(), refusal.code(), refusal.errors(), Map.of("Allow", allowed));
    }

    /** What a bare status of HTTP means. */
    static Refusal from(int status) {
        return status >= 500 ? CRASH : of(status, "api." + HTTP.getOrDefault(status, "malformed"));
    }

    /** By name, because web knows no persistence. */
    private static boolean isRace(Throwable cause) {
        return cause instanceof SQLException sql && RACES.contains(sql.getErrorCode())
                || cause.getClass().getSimpleName().equals("OptimisticLockException");
    }
}
