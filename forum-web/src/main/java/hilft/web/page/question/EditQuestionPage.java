package hilft.web.page.question;

import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryView;
import hilft.forum.draft.DraftPlace;
import hilft.forum.draft.DraftView;
import hilft.forum.question.PostId;
import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.question.QuestionText;
import hilft.forum.question.QuestionView;
import hilft.forum.question.Questions;
import hilft.forum.revision.RevisionQueries;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Ids;
import hilft.web.page.Typed;
import hilft.web.page.Visitor;
import hilft.web.page.draft.OpenDraft;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
    RevisionQueries revisions;

    @Inject
    CategoryQueries categories;

    @Inject
    OpenDraft draft;

    @Inject
    Typed form;

    @Inject
    Words words;

    private @Nullable QuestionView current;
    private final TypedQuestion typed = new TypedQuestion();
    private @Nullable Comparison conflict;
    private String reason = "";
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
        DraftPlace place = DraftPlace.changeOf(PostId.question(question.id()));
        Optional<Integer> number = Restored.number(request);
        number.ifPresent(one -> restore(question.id(), one));
        draft.askedOr(number.map(place::from).orElse(place)).ifPresent(this::goOnWith);
    }

    /** Against the version it began with: what somebody else has saved since then is a conflict, not overwritten. */
    private void goOnWith(DraftView found) {
        typed.goOnWith(found.text());
        reason = found.text().reason();
        version = Objects.requireNonNullElse(found.text().base(), version);
    }

    private void restore(long id, int number) {
        revisions.find(id, null, number).ifPresent(old -> {
            CategoryView category = categories.byId().get(old.categoryId());
            typed.fill(
                    Objects.requireNonNull(old.title()),
                    category == null ? typed.getCategory() : category.slug(),
                    old.body(),
                    old.tags());
            reason = words.of("revision.restored", number);
        });
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

    /** Those in which questions are asked, and the one the question is in. */
    public List<CategoryView> getCategories() {
        CategoryView own = current == null ? null : current.item().category();
        return own == null || !own.archived()
                ? categories.list()
                : Stream.concat(categories.list().stream(), Stream.of(own)).toList();
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    /** What saving would change, where somebody else has saved in the meantime. */
    public @Nullable Comparison getConflict() {
        return conflict;
    }

    public boolean isOwn() {
        return current != null && visitor.viewer().is(current.item().author().id());
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public void save() {
        long id = Ids.of(Routes.parameter(request, "id"));
        form.send(() -> {
            questions.edit(id, typed.text(), reason, version, visitor.viewer());
            draft.discard();
            Flash.say(request, words.of("question.edit.saved"), draft.getName());
            return "/questions/" + id;
        });
        if (form.isStale()) {
            QuestionView now = find();
            current = now;
            version = now.version();
            conflict = Comparison.of(asked(now), Questions.clean(typed.text()), this::categoryName);
        }
    }

    private static QuestionText asked(QuestionView question) {
        QuestionItem item = question.item();
        return new QuestionText(item.title(), item.category().slug(), item.tags(), question.body());
    }

    private String categoryName(String slug) {
        return categories
                .find(slug)
                .map(category -> category.name(words.getLanguage()))
                .orElse(slug);
    }

    /** The place of its draft; asked of the page, which has read it by then. */
    public String getDraft() {
        return draft.getName();
    }

    public void saveDraft() {
        form.send(() -> {
            String address = draft.save(typed.draft(reason, version));
            Flash.say(request, words.of("draft.saved"));
            return address;
        });
    }
}
