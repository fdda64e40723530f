package hilft.forum.search.index;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a thread is found by: plain texts that everybody may read, the solution first among the answers; {@code writers}
 * are the members who wrote the question or an answer; {@code official} when the team has answered.
 */
public record IndexedThread(
        long id,
        String language,
        String title,
        String body,
        List<String> answers,
        long categoryId,
        List<String> tags,
        Set<Long> writers,
        int answerCount,
        boolean solved,
        boolean official,
        int meTooCount,
        Instant askedAt,
        Instant lastActivityAt) {

    /** A solved thread of a title and an answer, as collections of frequent questions have them. */
    public static IndexedThread solved(long id, String language, String title, @Nullable String solution) {
        List<String> answers = solution == null ? List.of() : List.of(solution);
        return new IndexedThread(
                id,
                language,
                title,
                "",
                answers,
                0,
                List.of(),
                Set.of(),
                answers.size(),
                true,
                false,
                0,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
