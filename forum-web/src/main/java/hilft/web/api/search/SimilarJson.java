package hilft.web.api.search;

import hilft.forum.question.QuestionItem;
import hilft.forum.search.SearchHit;

/** A question like the one that is being typed; scores compare within one answer only. */
public record SimilarJson(long id, String title, String url, double score, boolean solved, String excerpt) {

    static SimilarJson of(SearchHit hit) {
        QuestionItem question = hit.question();
        return new SimilarJson(
                question.id(), question.title(), question.url(), hit.score(), question.solved(), question.excerpt());
    }
}
