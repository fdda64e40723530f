package hilft.forum.question;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which questions of a list are wanted, and in which order; null wants all. */
public record QuestionFilter(
        @Nullable String category,
        @Nullable String tag,
        @Nullable Long authorId,
        @Nullable Long followerId,
        @Nullable State state,
        Sort sort) {

    /** Of all members, whoever follows them. */
    public QuestionFilter(@Nullable String category, @Nullable String tag, @Nullable State state, Sort sort) {
        this(category, tag, null, null, state, sort);
    }

    /** What a member asked. */
    public static QuestionFilter askedBy(long memberId, @Nullable State state) {
        return new QuestionFilter(null, null, memberId, null, state, Sort.LATEST);
    }

    /** What a member follows. */
    public static QuestionFilter followedBy(long memberId, @Nullable State state) {
        return new QuestionFilter(null, null, null, memberId, state, Sort.LATEST);
    }

    /** All visible questions, the one with the latest activity first. */
    public static final QuestionFilter LATEST = new QuestionFilter(null, null, null, null, null, Sort.LATEST);

    /** Open has no solution yet; unanswered has no answer at all. */
    public enum State {
        OPEN("q.solved = false"),
        SOLVED("q.solved = true"),
        UNANSWERED("q.unanswered = true");

        private final String condition;

        State(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }

        public static Optional<State> find(@Nullable String label) {
            return QuestionFilter.find(values(), label);
        }

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The key by which a list is ordered, downwards; equal keys by id. */
    public enum Sort {
        LATEST("q.lastActivityAt"),
        HOT("q.hot"),
        VOTES("q.score");

        private final String key;

        Sort(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }

        public static Optional<Sort> find(@Nullable String label) {
            return QuestionFilter.find(values(), label);
        }

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static <E extends Enum<E>> Optional<E> find(E[] values, @Nullable String label) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(label))
                .findFirst();
    }
}
