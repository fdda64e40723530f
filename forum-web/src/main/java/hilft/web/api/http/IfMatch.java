package hilft.web.api.http;

import hilft.web.api.problem.ApiProblem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The precondition of a change: which edit versions the caller has seen. */
public final class IfMatch {

    private IfMatch() {}

    /** Passes when the header names the current edit version, in any of its tags, or {@code *}. */
    public static void check(@Nullable String header, Versioned current) {
        if (header == null || header.isBlank()) {
            throw ApiProblem.preconditionRequired();
        }
        boolean seen = Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || version(tag).equals(current.editVersion()));
        if (!seen) {
            throw ApiProblem.stale();
        }
    }

    /** A proxy that compresses weakens the tag (RFC 9110, 8.8.1); the version in it is as good as before. */
    private static String version(String tag) {
        String plain = tag.replaceFirst("^W/", "").replace("\"", "");
        int dash = plain.indexOf('-');
        return dash < 0 ? plain : plain.substring(0, dash);
    }
}
