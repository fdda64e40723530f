package hilft.web.page.admin;

import hilft.forum.similar.SimilarHit;
import java.util.List;

/**
 * What a text means to the search with a list of synonyms that is being edited: the words it is looked for by, those that
 * the list adds, and the threads it finds with the saved list and with the edited one.
 */
public record TryOut(List<String> terms, List<String> added, List<SimilarHit> saved, List<SimilarHit> edited) {

    public boolean isSame() {
        return ids(saved).equals(ids(edited));
    }

    /** Whether a thread is found only because of the edited list. */
    public boolean isNew(SimilarHit hit) {
        return !ids(saved).contains(hit.question().id());
    }

    private static List<Long> ids(List<SimilarHit> hits) {
        return hits.stream().map(hit -> hit.question().id()).toList();
    }
}
