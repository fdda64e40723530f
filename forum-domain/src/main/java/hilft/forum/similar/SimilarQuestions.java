package hilft.forum.similar;

import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.search.analysis.Analysis;
import hilft.forum.search.index.Candidate;
import hilft.forum.search.index.Weights;
import hilft.forum.search.upkeep.Upkeep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

import static java.util.stream.Collectors.toMap;

/** Questions that may hold the answer to a text; what may be seen of them comes from the database. */
@ApplicationScoped
public class SimilarQuestions {

    /** Hidden ones drop out, so that a few more are looked at than are wanted. */
    private static final int SPARE = 10;

    /** So many may type at once; more would take the places of people who read. */
    private static final int AT_ONCE = 24;

    @Inject
    Upkeep upkeep;

    @Inject
    LanguageModels models;

    @Inject
    Confidences confidences;

    @Inject
    QuestionQueries questions;

    private final Analysis analysis = Analysis.standard();
    private final Semaphore free = new Semaphore(AT_ONCE);

    /** As {@link #ask} for whoever has blocked nobody, none and not known being the same. */
    public List<SimilarHit> find(String text, int limit) {
        return ask(text, limit, Set.of()).orElse(List.of());
    }

    /**
     * The likest first, at most {@code limit} (1 to 20); none for a text without a word. A text longer than 1,000
     * characters is judged by its beginning. What one of {@code blocked} asked is left out. Empty when
     * nobody can tell: while 24 others are waiting for theirs, or as {@link Upkeep#ask} says.
     */
    public Optional<List<SimilarHit>> ask(String text, int limit, Set<Long> blocked) {
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return upkeep.ask(index -> engine(index::candidates).find(text))
                    .map(answer -> hits(answer, limit, blocked));
        } finally {
            free.release();
        }
    }

    /**
     * Visible threads whose titles and questions share the rarest words with a thread's title, cut into words as in its
     * language, the likest first and at most {@code limit} (1 to 20). Empty when nobody can tell at once.
     */
    public Optional<List<QuestionItem>> beside(long questionId, String title, String language, int limit) {
        return upkeep.askIfFree(index -> index.candidates(title, language, null, limit + SPARE, Weights.RELATED))
                .map(found -> questions
                        .list(found.stream()
                                .sorted(Comparator.comparingDouble(Candidate::lexical)
                                        .reversed())
                                .map(Candidate::id)
                                .filter(id -> id != questionId)
                                .toList())
                        .stream()
                        .limit(limit)
                        .toList());
    }

    private List<SimilarHit> hits(SimilarEngine.Answer answer, int limit, Set<Long> blocked) {
        Map<Long, Judged> judged = judged(answer, limit + SPARE);
        Map<Long, QuestionItem> visible = questions.list(List.copyOf(judged.keySet())).stream()
                .filter(question -> !blocked.contains(question.author().id()))
                .collect(toMap(QuestionItem::id, Function.identity()));
        List<SimilarHit> hits = new ArrayList<>();
        judged.forEach((id, how) -> {
            QuestionItem question = visible.get(id);
            if (question != null && hits.size() < limit) {
                hits.add(new SimilarHit(question, how.probability(), how.band(), how.features()));
            }
        });
        return hits;
    }

    private SimilarEngine engine(SimilarEngine.Candidates candidates) {
        return SimilarEngine.over(candidates, analysis, models.gloss(), models.present(), models.textVectors());
    }

    private record Judged(double probability, Band band, Features features) {}

    private Map<Long, Judged> judged(SimilarEngine.Answer answer, int most) {
        Confidence confidence = confidences.current(answer.language());
        Map<Long, Judged> judged = new LinkedHashMap<>();
        double ceiling = 1;
        for (int place = 0; place < Math.min(most, answer.likest().size()); place++) {
            Features features = Features.of(answer, place);
            // what is less like is never surer, whatever single features say
            ceiling = Math.min(ceiling, confidence.probability(features));
            judged.put(
                    answer.likest().get(place).candidate().id(),
                    new Judged(ceiling, confidence.band(ceiling), features));
        }
        return judged;
    }
}
