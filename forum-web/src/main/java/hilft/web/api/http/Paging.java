package hilft.web.api.http;

import hilft.web.api.problem.ApiProblem;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which part of a list is wanted: after an opaque place, 1 to 100 items, 20 if not said. */
public class Paging {

    private static final int DEFAULT = 20;
    private static final int MAX = 100;

    @QueryParam("after")
    @Nullable
    String after;

    @QueryParam("limit")
    @Nullable
    String limit;

    public @Nullable String after() {
        return after;
    }

    public int limit() {
        return limit(DEFAULT, MAX);
    }

    public int limit(int otherwise, int max) {
        if (limit == null) {
            return otherwise;
        }
        try {
            int wanted = Integer.parseInt(limit);
            if (wanted >= 1 && wanted <= max) {
                return wanted;
            }
        } catch (NumberFormatException noNumber) {
            // refused like any other value that is none
        }
        throw ApiProblem.parameter("limit");
    }
}
