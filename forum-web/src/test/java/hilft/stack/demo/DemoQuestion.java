package hilft.stack.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question of the demo content with everything that ever happened to it; {@code ago} counts back from the loading. */
record DemoQuestion(
        String key,
        String author,
        String language,
        String category,
        List<String> tags,
        String title,
        String body,
        String ago,
        List<String> meToo,
        List<String> up,
        List<String> down,
        List<DemoAnswer> answers,
        @Nullable Decision hidden,
        @Nullable Decision locked,
        @Nullable List<DemoFlag> flags,
        @Nullable List<DemoComment> comments,
        @Nullable String sameAs) {

    Duration age() {
        return Duration.parse(ago);
    }

    List<DemoFlag> listFlags() {
        return flags == null ? List.of() : flags;
    }

    List<DemoComment> listComments() {
        return comments == null ? List.of() : comments;
    }

    Optional<DemoAnswer> findSolution() {
        return answers.stream().filter(DemoAnswer::isSolution).findFirst();
    }

    record DemoAnswer(
            String author,
            String body,
            String after,
            List<String> up,
            List<String> down,
            @Nullable String accepted,
            @Nullable Decision hidden,
            @Nullable List<DemoFlag> flags,
            @Nullable List<DemoComment> comments) {

        /** How long after the question it was written. */
        Duration delay() {
            return Duration.parse(after);
        }

        boolean isSolution() {
            return accepted != null;
        }

        List<DemoComment> listComments() {
            return comments == null ? List.of() : comments;
        }

        List<DemoFlag> listFlags() {
            return flags == null ? List.of() : flags;
        }
    }

    /** {@code after} counts from what is commented. */
    record DemoComment(String by, String after, String body) {

        Duration delay() {
            return Duration.parse(after);
        }
    }

    record DemoFlag(String by, String reason, String note) {}

    /** A moderator's, with the reason that stands in the log. */
    record Decision(String reason) {}
}
