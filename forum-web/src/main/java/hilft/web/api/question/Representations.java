package hilft.web.api.question;

import hilft.forum.member.Author;
import hilft.forum.member.Viewer;
import hilft.forum.question.AnswerView;
import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.question.QuestionView;
import hilft.web.api.member.AuthorJson;
import hilft.web.api.member.Authors;
import hilft.web.security.CurrentMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import static hilft.forum.question.QuestionProblem.Reason.UNKNOWN;
import static hilft.forum.question.QuestionProblem.Reason.UNKNOWN_ANSWER;

/** Questions and answers as the API shows them, their authors with points. */
@ApplicationScoped
public class Representations {

    @Inject
    QuestionQueries questions;

    @Inject
    Authors authors;

    @Inject
    CurrentMember currentMember;

    QuestionJson question(long id, Viewer viewer) {
        QuestionView view = questions.find(id, viewer).orElseThrow(() -> new QuestionProblem(UNKNOWN));
        return QuestionJson.of(view, author(view.item().author()));
    }

    AnswerJson answer(long id, Viewer viewer) {
        AnswerView view = questions.findAnswer(id, viewer).orElseThrow(() -> new QuestionProblem(UNKNOWN_ANSWER));
        return AnswerJson.of(view, author(view.author()), isBlocked(view.author()));
    }

    public List<QuestionItemJson> items(List<QuestionItem> items) {
        Map<Long, AuthorJson> known = authors.of(items.stream().map(QuestionItem::author));
        return items.stream()
                .map(item -> QuestionItemJson.of(item, known(known, item.author())))
                .toList();
    }

    List<AnswerJson> answers(List<AnswerView> views) {
        Map<Long, AuthorJson> known = authors.of(views.stream().map(AnswerView::author));
        return views.stream()
                .map(view -> AnswerJson.of(view, known(known, view.author()), isBlocked(view.author())))
                .toList();
    }

    private boolean isBlocked(Author author) {
        return currentMember
                .find()
                .filter(member -> member.blocked().contains(author.id()))
                .isPresent();
    }

    private AuthorJson author(Author author) {
        return known(authors.of(Stream.of(author)), author);
    }

    private static AuthorJson known(Map<Long, AuthorJson> known, Author author) {
        return Objects.requireNonNull(known.get(author.id()));
    }
}
