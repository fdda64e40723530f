package hilft.web.api.search;

import hilft.forum.question.QuestionItem;
import hilft.forum.similar.SimilarHit;
import java.util.Locale;

/**
 * A question that may ask the same; {@code score} is the probability that it does, 0 to 1, and {@code band} what may be
 * done with it: {@code answer} (given without a person looking), {@code suggest} or {@code none}.
 */
public record SimilarJson(
        long id, String title, String url, double score, boolean solved, String excerpt, String band) {

    static SimilarJson of(SimilarHit hit) {
        QuestionItem question = hit.question();
        return new SimilarJson(
                question.id(),
                question.title(),
                question.url(),
                hit.probability(),
                question.solved(),
                question.excerpt(),
                hit.band().name().toLowerCase(Locale.ROOT));
    }
}
