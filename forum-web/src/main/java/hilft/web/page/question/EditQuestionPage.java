package hilft.web.page.question;

import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryView;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.question.QuestionView;
import hilft.forum.question.Questions;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Ids;
import hilft.web.page.Typed;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changing a question, against the version that was opened. */
@Named
@RequestScoped
public class EditQuestionPage {
    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    QuestionQueries queries;

    @Inject
    Questions questions;

    @Inject
    CategoryQueries categories;

    @Inject
    Typed form;

    @Inject
    Words words;

    private @Nullable QuestionView current;
    private final TypedQuestion typed = new TypedQuestion();
    private long version;

    @PostConstruct
    void read() {
        QuestionView question = find();
        // Somebody whose login has expired keeps the form and the text; the use case refuses what may not be.
        boolean sent = request.getMethod().equals("POST");
        if (!sent && !visitor.viewer().isMember()) visitor.viewer().id();
        if (!sent && !question.mayEdit()) throw new QuestionProblem(QuestionProblem.Reason.NOT_AUTHOR);
        current = question;
        version = question.version();
        typed.fill(
                question.item().title(),
                question.item().category().slug(),
                question.body(),
                question.item().tags());
    }

    private QuestionView find() {
        return queries.find(Ids.of(Routes.parameter(request, "id")), visitor.viewer())
                .orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN));
    }

    public @Nullable QuestionView getCurrent() {
        return current;
    }

    public TypedQuestion getTyped() {
        return typed;
    }

    public List<CategoryView> getCategories() {
        return categories.list();
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public void save() {
        long id = Ids.of(Routes.parameter(request, "id"));
        form.send(() -> {
            questions.edit(id, typed.text(), version, visitor.viewer());
            Flash.say(request, words.of("question.edit.saved"), "edit-question-" + id);
            return "/questions/" + id;
        });
        if (form.isStale()) {
            current = find();
            version = current.version();
        }
    }
}
