package hilft.web.page.question;

import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryView;
import hilft.forum.question.QuestionFilter;
import hilft.forum.question.QuestionFilter.Sort;
import hilft.forum.question.QuestionFilter.State;
import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.shared.Cursor;
import hilft.forum.shared.Page;
import hilft.forum.tag.TagQueries;
import hilft.forum.tag.TagView;
import hilft.web.cache.SharedReads;
import hilft.web.faces.Moved;
import hilft.web.faces.Routes;
import hilft.web.found.Head;
import hilft.web.page.LastVisit;
import hilft.web.page.ListedQuestion;
import hilft.web.page.Visitor;
import hilft.web.page.WholePage;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of questions: all, of a category, or of a tag; filtered, sorted and paged by its address. */
@Named
@RequestScoped
public class QuestionsPage implements WholePage {
    private static final int ROWS = 20;

    @Inject
    HttpServletRequest request;

    @Inject
    QuestionQueries questions;

    @Inject
    CategoryQueries categories;

    @Inject
    TagQueries tags;

    @Inject
    Visitor visitor;

    @Inject
    LastVisit lastVisit;

    @Inject
    SharedReads shared;

    private @Nullable CategoryView category;
    private @Nullable String tag;
    private @Nullable String after;
    private Optional<State> state = Optional.empty();
    private Sort sort = Sort.LATEST;
    private Page<QuestionItem> page = new Page<>(List.of(), null);
    private List<ListedQuestion> rows = List.of();

    @PostConstruct
    void read() {
        String slug = Routes.parameter(request, "category");
        if (slug != null && !slug.isEmpty()) {
            category = categories.find(slug).orElseThrow(() -> new QuestionProblem(QuestionProblem.Reason.UNKNOWN));
        }
        tag = Routes.parameter(request, "tag");
        after = Routes.parameter(request, "after");
        state = State.find(Routes.parameter(request, "state"));
        sort = Sort.find(Routes.parameter(request, "sort")).orElse(Sort.LATEST);
        leadToStoredSpelling(slug);
        page = page(new QuestionFilter(category == null ? null : category.slug(), tag, state.orElse(null), sort));
        if (page.isEmpty() && tag != null && isUnknown(tag)) {
            throw new QuestionProblem(QuestionProblem.Reason.UNKNOWN);
        }
        rows = lastVisit.rows(page.items());
    }

    /** The beginning of a list is what nearly every member reads; the page that all others get is kept as a whole. */
    private Page<QuestionItem> page(QuestionFilter filter) {
        return after == null && visitor.member().isPresent()
                ? shared.latest(new Beginning(filter), () -> questions.page(filter, null, ROWS))
                : questions.page(filter, after, ROWS);
    }

    private record Beginning(QuestionFilter filter) {}

    /** A category may have had another slug; tags are stored in small letters, a synonym is its main tag. */
    private void leadToStoredSpelling(@Nullable String slug) {
        if (category != null && !category.slug().equals(slug)) {
            throw new Moved(url(getState(), getSort(), Head.cursor(after)));
        }
        String stored = tag == null ? null : tags.main(tag.toLowerCase(Locale.ROOT));
        if (!Objects.equals(stored, tag)) {
            tag = stored;
            throw new Moved(url(getState(), getSort(), Head.cursor(after)));
        }
    }

    /** Whether no visible question wears it, in whatever state, and nobody has said anything of it. */
    private boolean isUnknown(String name) {
        if (tags.get(name).version() > 0) return false;
        return (after == null && state.isEmpty())
                || questions
                        .page(new QuestionFilter(null, name, null, Sort.LATEST), null, 1)
                        .isEmpty();
    }

    @Override
    public Shown shown() {
        return new Shown(category, getTagged(), getSynonyms(), rows, page.next(), getCategories(), getArchived());
    }

    /** What the page shows beside what its address says. */
    record Shown(
            @Nullable CategoryView category,
            @Nullable TagView tagged,
            List<String> synonyms,
            List<ListedQuestion> rows,
            @Nullable String nextUrl,
            List<CategoryView> categories,
            List<CategoryView> archived) {}

    public List<ListedQuestion> getRows() {
        return rows;
    }

    /** Whether this page has nothing because the list ends before it. */
    public boolean isBehindEnd() {
        return page.isEmpty() && Cursor.decode(after).isPresent();
    }

    public @Nullable CategoryView getCategory() {
        return category;
    }

    public @Nullable String getTag() {
        return tag;
    }

    /** What is known of the tag. */
    public @Nullable TagView getTagged() {
        return tag == null ? null : tags.get(tag);
    }

    public List<String> getSynonyms() {
        return tag == null ? List.of() : tags.synonyms(tag);
    }

    public List<CategoryView> getCategories() {
        return categories.list();
    }

    public List<CategoryView> getArchived() {
        return categories.archived();
    }

    public String getState() {
        return state.map(State::label).orElse("all");
    }

    /** The keys of what an empty list says; one of an archived category invites nobody to ask. */
    public String getEmptyTitle() {
        if (getState().equals(State.UNANSWERED.label())) return "question.list.empty.answered";
        if (isArchive()) return "question.list.empty.archived.title";
        return state.isEmpty() ? "question.list.empty.title" : "question.list.empty.filtered";
    }

    public String getEmptyText() {
        return (isArchive() ? "question.list.empty.archived." : "question.list.empty.text.") + getState();
    }

    private boolean isArchive() {
        return category != null && category.archived();
    }

    public String getSort() {
        return sort.label();
    }

    /** The address of the same list in another state. */
    public String stateUrl(String wanted) {
        return url(wanted, sort.label(), null);
    }

    public String sortUrl(String wanted) {
        return url(getState(), wanted, null);
    }

    public String getCanonicalPath() {
        return url(getState(), getSort(), Head.cursor(after));
    }

    /** The feed of what is listed here, whatever the filter. */
    public String getFeed() {
        return category == null && tag == null ? "" : path() + "/feed.atom";
    }

    /** Search engines keep the beginnings of lists that have something in them. */
    public boolean isIndexable() {
        return after == null && !page.isEmpty();
    }

    /** Whether this is a category as it is, which has an address for each language. */
    public boolean isSpoken() {
        return category != null && after == null && state.isEmpty() && sort == Sort.LATEST;
    }

    public String getFirstUrl() {
        return after == null ? "" : url(getState(), getSort(), null);
    }

    public String getNextUrl() {
        return page.next() == null ? "" : url(getState(), getSort(), page.next());
    }

    private String url(String wantedState, String wantedSort, @Nullable String wantedAfter) {
        UriBuilder url = UriBuilder.fromUri(path());
        if (!wantedState.equals("all")) url.queryParam("state", wantedState);
        if (!wantedSort.equals(Sort.LATEST.label())) url.queryParam("sort", wantedSort);
        if (wantedAfter != null) url.queryParam("after", wantedAfter);
        return url.build().toString();
    }

    private String path() {
        if (tag != null) return UriBuilder.fromPath("/tags/{tag}").build(tag).toString();
        return category == null ? "/questions" : "/categories/" + category.slug();
    }
}
