package hilft.forum.question;

import hilft.forum.shared.Cursor;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

import static java.time.temporal.ChronoUnit.MICROS;

/** In which order a thread's answers are read; in each of them the solution comes before all others, and its place is marked. */
public enum AnswerOrder {
    /** By score, of equal ones the first written. */
    VOTES("a.score desc, a.id", "(a.score < :key or (a.score = :key and a.id > :id))", Integer.MAX_VALUE),
    NEWEST(
            "a.writtenAt desc, a.id desc",
            "(a.writtenAt < :key or (a.writtenAt = :key and a.id < :id))",
            AnswerOrder.LATEST),
    OLDEST("a.writtenAt, a.id", "(a.writtenAt > :key or (a.writtenAt = :key and a.id > :id))", 0);

    /** In microseconds, beyond which the database knows no time. */
    private static final long LATEST = 253_402_300_799_000_000L;

    private final String clause;
    private final String behind;
    private final long start;

    AnswerOrder(String clause, String behind, long start) {
        this.clause = clause;
        this.behind = behind;
        this.start = start;
    }

    String clause() {
        return clause;
    }

    /** Whether an answer {@code a} comes behind the one with the key {@code :key} and the id {@code :id}. */
    String behind() {
        return behind;
    }

    /** As {@link #behind}, with both exchanged. */
    String before() {
        return behind.replace('<', '≥').replace('>', '<').replace('≥', '>');
    }

    /** As {@link #clause}, from the last to the first. */
    String backwards() {
        return Stream.of(clause.split(", "))
                .map(part -> part.endsWith(" desc") ? part.substring(0, part.length() - 5) : part + " desc")
                .collect(Collectors.joining(", "));
    }

    /** What the part of a cursor that comes before the id is compared with; no cursor is too wild. */
    Object key(Cursor cursor) {
        return this == VOTES
                ? (Object) (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, cursor.key()))
                : Instant.EPOCH.plus(Math.max(0, Math.min(LATEST, cursor.key())), MICROS);
    }

    /** The key that comes before all others. */
    long start() {
        return start;
    }

    /** The place of an answer; that of the solution is before all others. */
    Cursor cursor(AnswerLine answer) {
        return answer.accepted() ? new Cursor(start, 0) : cursor(answer.score(), answer.writtenAt(), answer.id());
    }

    Cursor cursor(int score, Instant writtenAt, long id) {
        return new Cursor(this == VOTES ? score : MICROS.between(Instant.EPOCH, writtenAt), id);
    }

    /**
     * Where the page begins that comes before another one, null for the first page.
     *
     * @param before the nearest places before that other page, from the last to the first, one more than a page holds if
     *     there are so many
     * @param first how many of them the first page holds: it may begin with the solution
     * @param limit how many of them every other page holds
     */
    @Nullable
    Cursor previous(List<Cursor> before, int first, int limit) {
        if (before.size() <= first) {
            return null;
        }
        return before.size() > limit ? before.get(limit) : new Cursor(start, 0);
    }

    /** Whether an answer at one place is read before the one at another. */
    boolean isBefore(Cursor one, Cursor other) {
        if (one.key() != other.key()) {
            return this == OLDEST ? one.key() < other.key() : one.key() > other.key();
        }
        return this == NEWEST ? one.id() > other.id() : one.id() < other.id();
    }

    /**
     * Behind how many answers of a page the solution would stand if it were read in this order, empty if that is on
     * another page.
     *
     * @param after where the page begins, null for the first one
     * @param others the other answers on the page
     * @param more whether there are answers behind this page
     */
    OptionalInt placeOfSolution(Cursor solution, @Nullable Cursor after, List<Cursor> others, boolean more) {
        if (after != null && !isBefore(after, solution)) {
            return OptionalInt.empty();
        }
        int place =
                (int) others.stream().filter(other -> isBefore(other, solution)).count();
        return place == others.size() && more ? OptionalInt.empty() : OptionalInt.of(place);
    }

    public static Optional<AnswerOrder> find(@Nullable String label) {
        return Arrays.stream(values())
                .filter(order -> order.label().equals(label))
                .findFirst();
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
