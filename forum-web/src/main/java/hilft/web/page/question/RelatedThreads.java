package hilft.web.page.question;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.similar.SimilarQuestions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Threads that ask something like this one. Looking for them costs more than the page itself, so their ids are kept for
 * hours and no more than two are looked for at a time: a page that is made meanwhile is without, until it is made again.
 */
@ApplicationScoped
public class RelatedThreads {
    private static final int SHOWN = 5;
    private static final int AT_ONCE = 2;

    private record Asked(long questionId, String title) {}

    private final Cache<Asked, List<Long>> kept = Caffeine.newBuilder()
            .maximumSize(5_000)
            .expireAfterWrite(Duration.ofHours(6))
            .build();
    private final Semaphore free = new Semaphore(AT_ONCE);

    @Inject
    SimilarQuestions similar;

    @Inject
    QuestionQueries questions;

    /** At most five that everybody may see, in one statement. */
    List<ShownRelated> of(QuestionItem question) {
        Asked asked = new Asked(question.id(), question.title());
        List<Long> ids = kept.getIfPresent(asked);
        return shown(ids == null ? look(asked, question.language()) : questions.list(ids));
    }

    private List<QuestionItem> look(Asked asked, String language) {
        if (!free.tryAcquire()) return List.of();
        try {
            List<QuestionItem> found = similar.beside(asked.questionId(), asked.title(), language, SHOWN)
                    .orElse(List.of());
            // nothing may also mean that the index is not there yet
            if (!found.isEmpty()) {
                kept.put(asked, found.stream().map(QuestionItem::id).toList());
            }
            return found;
        } finally {
            free.release();
        }
    }

    private static List<ShownRelated> shown(List<QuestionItem> items) {
        return items.stream()
                .map(item -> new ShownRelated(
                        item.id(), item.author(), item.title(), item.url(), item.language(), item.solved()))
                .toList();
    }
}
