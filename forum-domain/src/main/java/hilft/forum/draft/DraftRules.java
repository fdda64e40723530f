package hilft.forum.draft;

import hilft.forum.shared.FieldError;
import hilft.forum.text.Input;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much is kept for how long. Lengths count Unicode code points. */
public final class DraftRules {

    /** More than a post may have, so that somebody who has to shorten a text loses none of it. */
    public static final int BODY_MAX = 40_000;

    /** Of a member. */
    public static final int MOST = 100;

    /** After the last change. */
    public static final Duration KEPT = Duration.ofDays(90);

    /** How long what was thrown away can be called back. */
    static final Duration RECALLABLE = Duration.ofDays(1);

    private static final int LINE_MAX = 300;
    private static final int SLUG_MAX = 40;

    private DraftRules() {}

    static List<FieldError> check(DraftText text) {
        return Stream.of(
                        tooLong("title", text.title(), LINE_MAX),
                        tooLong("category", text.category(), SLUG_MAX),
                        tooLong("tags", text.tags(), LINE_MAX),
                        tooLong("reason", text.reason(), LINE_MAX),
                        tooLong("body", text.body(), BODY_MAX))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable FieldError tooLong(String field, String text, int most) {
        return Input.length(text) > most ? new FieldError(field, "draft.too_long", 0, most) : null;
    }

    /** Whether the window has seen what stands in the draft: it wrote it itself, or read it. */
    static boolean mayGoOn(DraftSeen seen, String lastWriter, long version) {
        return seen.version() == version
                || (!seen.writer().isEmpty() && seen.writer().equals(lastWriter));
    }
}
