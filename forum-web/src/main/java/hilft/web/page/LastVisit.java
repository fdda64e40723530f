package hilft.web.page;

import hilft.forum.member.MemberView;
import hilft.forum.member.Visits;
import hilft.forum.question.QuestionItem;
import hilft.forum.question.UnreadQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What is unread by the reader of a list, and what they do not want to see; to whoever is not signed in nothing is. */
@RequestScoped
public class LastVisit {
    @Inject
    Visitor visitor;

    @Inject
    Visits visits;

    @Inject
    UnreadQueries unread;

    /** In one statement at most, so that a page with several lists asks once for all. */
    public List<ListedQuestion> rows(List<QuestionItem> items) {
        MemberView reader = visitor.member().orElse(null);
        if (reader == null) {
            return items.stream()
                    .map(item -> new ListedQuestion(item, false, false))
                    .toList();
        }
        Instant since = visits.come(reader);
        Set<Long> fresh = since == null ? Set.of() : unread.among(items, reader, since);
        return items.stream()
                .map(item -> new ListedQuestion(
                        item,
                        fresh.contains(item.id()),
                        reader.blocked().contains(item.author().id())))
                .toList();
    }
}
