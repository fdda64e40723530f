package hilft.web.page.question;

import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryView;
import hilft.forum.draft.DraftPlace;
import hilft.forum.idempotency.IdempotentRequests;
import hilft.forum.question.PostId;
import hilft.forum.question.QuestionQueries;
import hilft.forum.question.QuestionText;
import hilft.forum.question.QuestionView;
import hilft.forum.question.Questions;
import hilft.forum.similar.deflection.Asking;
import hilft.forum.similar.deflection.Deflections;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Ids;
import hilft.web.page.Once;
import hilft.web.page.Published;
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
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asking a question. */
@Named
@RequestScoped
public class AskPage {
    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    Questions questions;

    @Inject
    CategoryQueries categories;

    @Inject
    IdempotentRequests requests;

    @Inject
    QuestionQueries queries;

    @Inject
    Deflections deflections;

    @Inject
    OpenDraft draft;

    @Inject
    Published published;

    @Inject
    Typed form;

    @Inject
    Words words;

    @Inject
    @ConfigProperty(name = "hilft.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    private final TypedQuestion typed = new TypedQuestion();
    private String once = Once.key();
    private String token = UUID.randomUUID().toString();

    @PostConstruct
    void prefill() {
        String title = Routes.parameter(request, "about");
        if (title == null) {
            draft.askedOr(DraftPlace.ASK).ifPresent(found -> typed.goOnWith(found.text()));
        } else {
            draft.asked(DraftPlace.ASK);
            typed.setTitle(title);
        }
        String category = Routes.parameter(request, "in");
        if (category != null && typed.getCategory().isEmpty()) {
            categories
                    .find(category)
                    .filter(found -> !found.archived())
                    .ifPresent(found -> typed.setCategory(found.slug()));
        }
        // a draft may name it as it was called then
        categories.find(typed.getCategory()).ifPresent(found -> typed.setCategory(found.slug()));
        String before = Routes.parameter(request, "after");
        if (before != null && !draft.isOpen() && "GET".equals(request.getMethod())) pointTo(before);
    }

    /** A question that goes on where an old thread ended says which that is. */
    private void pointTo(String id) {
        queries.find(Ids.of(id), visitor.viewer())
                .map(QuestionView::item)
                .ifPresent(item -> typed.setBody(
                        words.of("question.ask.after", plain(item.title()), baseUrl + "/questions/" + item.id())
                                + "\n\n"));
    }

    /** A title as the text of a link, whatever signs stand in it. */
    private static String plain(String title) {
        return title.replaceAll("([\\\\\\[\\]`*_<>&~|])", "\\\\$1");
    }

    public TypedQuestion getTyped() {
        return typed;
    }

    public List<CategoryView> getCategories() {
        return categories.list();
    }

    public String getOnce() {
        return once;
    }

    public void setOnce(String once) {
        this.once = once;
    }

    /** By which this asking is counted, without anybody in it. */
    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public void ask() {
        form.send(() -> {
            long memberId = visitor.viewer().id();
            QuestionText text = typed.text();
            long id = requests.once(memberId, once, text.toString(), () -> ask(memberId, text));
            published.say(
                    PostId.question(id),
                    queries.find(id, visitor.viewer()).map(found -> found.item().askedAt()),
                    isProposed() ? getProposal() : draft.getName());
            return "/questions/" + id;
        });
        if (form.isRefused()) once = Once.key();
    }

    /** What a question in a category should tell, for the category chosen when there is nothing typed yet. */
    public List<CategoryView> getTemplates() {
        return categories.list().stream()
                .filter(category -> !category.template(words.getLanguage()).isEmpty())
                .toList();
    }

    /** Those that say what applies in them. */
    public List<CategoryView> getRuled() {
        return categories.list().stream()
                .filter(category -> !category.rules(words.getLanguage()).isEmpty())
                .toList();
    }

    /** Puts the template of the chosen category into the text, unless something has been written there. */
    public void takeTemplate() {
        String template = categories
                .find(typed.getCategory())
                .map(category -> category.template(words.getLanguage()))
                .orElse("");
        boolean written = !typed.getBody().isBlank()
                && categories.list().stream().noneMatch(category -> category.isTemplate(typed.getBody()));
        if (template.isEmpty()) {
            form.say(words.of("question.ask.template.none"));
        } else if (written) {
            form.say(words.of("question.ask.template.kept"));
        } else {
            typed.setBody(template);
            form.say(words.of("question.ask.template.taken"));
        }
    }

    /** The place of its draft; asked of the page, which has read it by then. */
    public String getDraft() {
        return draft.getName();
    }

    /** Whether the page began with a question that another page proposes, and with nobody's draft. */
    public boolean isProposed() {
        return Routes.parameter(request, "about") != null;
    }

    /** By what script keeps what is typed there, so that it does not take the place of what was begun before. */
    public String getProposal() {
        return DraftPlace.ASK.name() + ":" + asked("after") + ":" + asked("about");
    }

    private String asked(String parameter) {
        return Objects.requireNonNullElse(Routes.parameter(request, parameter), "");
    }

    public void saveDraft() {
        form.send(() -> {
            String address = draft.save(typed.draft(null));
            Flash.say(request, words.of("draft.saved"));
            return address;
        });
    }

    /** What locks a row that the page may be telling about right now comes before the transaction's first look. */
    private long ask(long memberId, QuestionText text) {
        Asking.of(token, words.getLanguage()).ifPresent(deflections::ask);
        long id = questions.ask(memberId, text);
        draft.discard();
        return id;
    }
}
