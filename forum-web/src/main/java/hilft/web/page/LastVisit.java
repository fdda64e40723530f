package hilft.web.page;

import hilft.forum.member.MemberView;
import hilft.forum.member.Visits;
import hilft.forum.question.QuestionItem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** What is new to the reader of a list, and what they do not want to see; to whoever is not signed in nothing is. */
@RequestScoped
public class LastVisit {
    @Inject
    Visitor visitor;

    @Inject
    Visits visits;

    public List<ListedQuestion> rows(List<QuestionItem> items) {
        MemberView reader = visitor.member().orElse(null);
        if (reader == null) {
            return items.stream()
                    .map(item -> new ListedQuestion(item, false, false))
                    .toList();
        }
        Instant since = visits.come(reader);
        return items.stream()
                .map(item -> new ListedQuestion(
                        item,
                        since != null && item.lastActivityAt().isAfter(since),
                        reader.blocked().contains(item.author().id())))
                .toList();
    }
}
