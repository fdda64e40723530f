package hilft.web.page;

import hilft.forum.member.Visits;
import hilft.forum.question.QuestionItem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** What is new to the reader of a list; to whoever is not signed in nothing is. */
@RequestScoped
public class LastVisit {
    @Inject
    Visitor visitor;

    @Inject
    Visits visits;

    public List<ListedQuestion> rows(List<QuestionItem> items) {
        Instant since = visitor.member().map(visits::come).orElse(null);
        return items.stream()
                .map(item -> new ListedQuestion(
                        item, since != null && item.lastActivityAt().isAfter(since)))
                .toList();
    }
}
