package hilft.web.page;

import hilft.forum.member.MemberView;
import hilft.forum.member.Visits;
import hilft.forum.question.QuestionItem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is new to the reader of a list, and what they do not want to see; to whoever is not signed in nothing is. */
@RequestScoped
public class LastVisit {
    @Inject
    Visitor visitor;

    @Inject
    Visits visits;

    private boolean come;
    private @Nullable Instant since;

    public List<ListedQuestion> rows(List<QuestionItem> items) {
        MemberView reader = visitor.member().orElse(null);
        if (reader == null) {
            return items.stream()
                    .map(item -> new ListedQuestion(item, false, false))
                    .toList();
        }
        Instant before = before(reader);
        return items.stream()
                .map(item -> new ListedQuestion(
                        item,
                        before != null && item.lastActivityAt().isAfter(before),
                        reader.blocked().contains(item.author().id())))
                .toList();
    }

    /** A page with several lists is one look. */
    private @Nullable Instant before(MemberView reader) {
        if (!come) since = visits.come(reader);
        come = true;
        return since;
    }
}
